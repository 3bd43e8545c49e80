import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useNewest, useWords } from '#ui/index.ts';
import { projectsQuery } from './calls.ts';
import { useProject } from './project.ts';
import { customerWords } from './words.ts';

/** 「项目 ▾」: which community, branch or area desk, lists and figures are of. Not there where a company has only one. */
export function ProjectChoice(): ReactElement | null {
  const say = useWords(customerWords);
  const [project, choose] = useProject();
  const projects = useQuery(projectsQuery).data;
  const newest = useNewest(choose);
  // What was chosen may have another name since: then everything is shown, not nothing.
  const gone = projects !== undefined && project !== '' && (projects.length < 2 || !projects.includes(project));
  useEffect(() => { if (gone) newest.current(''); }, [gone, newest]);
  if (!projects || projects.length < 2) return null;
  const options = [{ value: '', label: say('allProjects') }, ...projects.map((value) => ({ value, label: value }))];
  return <Select className="topbar-project" aria-label={say('project')} showSearch={projects.length > 8} popupMatchSelectWidth={false} value={gone ? '' : project} onChange={choose} options={options} />;
}
