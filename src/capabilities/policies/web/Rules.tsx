import { Table } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, partWords, useWords } from '#ui/index.ts';
import type { PolicyPage } from '../contract.ts';
import { SectionName } from './SectionName.tsx';
import { policyWords } from './words.ts';

/** Every rule as a sentence, with its clause or the reason why it is ours. */
export function Rules({ rules }: { rules: PolicyPage['rules'] }): ReactElement {
  const sections = [...new Set(rules.map((rule) => rule.section))];
  return (
    <>
      {sections.map((section) => (
        <section key={section}>
          <h3><SectionName section={section} /></h3>
          <ul className="rows">
            {rules.filter((rule) => rule.section === section).map((rule) => (
              <li key={rule.id}><p><b>{rule.title}</b> <ClauseChips clauses={rule.clause} /> <Ours ours={rule.ours} /></p><p>{rule.says}</p></li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Vague words of the text and what they count as; a number of ours is never passed off as the policy's. */
export function Dictionary({ words }: { words: PolicyPage['words'] }): ReactElement {
  const say = useWords(policyWords);
  return (
    <Table rowKey="word" dataSource={words} pagination={false} locale={{ emptyText: say('noWords') }} columns={[
      { title: say('word'), dataIndex: 'word' }, { title: say('means'), dataIndex: 'means' },
      { title: '', render: (_, word) => <Ours ours={word.ours} /> },
    ]} />
  );
}

function Ours({ ours }: { ours: string | null }): ReactElement {
  const say = useWords(partWords);
  return ours === null ? <span className="tag">{say('policyText')}</span> : <span className="tag tag-ours" title={ours}>{say('ours')}</span>;
}
