import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { useNewest, useWords } from '#ui/index.ts';
import { projectsQuery } from './calls.ts';
import { useProject } from './project.ts';
import { customerWords } from './words.ts';

// Every page has the bar, few people change the project: the list comes when somebody asks for it.
const ProjectPicker = lazy(() => import('./ProjectPicker.tsx'));

/** 「项目 ▾」: which community, branch or area desk, lists and figures are of. Not there where a company has only one. */
export function ProjectChoice(): ReactElement | null {
  const say = useWords(customerWords);
  const [project, choose] = useProject();
  const [opened, open] = useState(false);
  const projects = useQuery(projectsQuery).data;
  const newest = useNewest(choose);
  // What was chosen may have another name since: then everything is shown, not nothing.
  const gone = projects !== undefined && project !== '' && (projects.length < 2 || !projects.includes(project));
  useEffect(() => { if (gone) newest.current(''); }, [gone, newest]);
  if (!projects || projects.length < 2) return null;
  const options = [{ value: '', label: say('allProjects') }, ...projects.map((value) => ({ value, label: value }))];
  const shown = options.find(({ value }) => value === project)?.label ?? say('allProjects');
  const closed = <Button className="topbar-project" aria-haspopup="listbox" aria-label={say('projectIs', { project: shown })} onClick={() => open(true)}><span className="topbar-project-name">{shown}</span> ▾</Button>;
  return opened ? <Suspense fallback={closed}><ProjectPicker options={options} value={gone ? '' : project} choose={choose} close={() => open(false)} /></Suspense> : closed;
}
