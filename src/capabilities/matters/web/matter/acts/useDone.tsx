import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import { act as doAct, actsQuery } from '../../calls.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';

/** How long a word of success stays, in seconds: long enough to see a slip and take it back. */
const STAYS = 6;

/** Says what was done, with “take back” beside it wherever the server still allows that. */
export function useDone(matter: string): (title: string) => void {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const sayCommon = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const takeBack = async (recall: string, key: string): Promise<void> => {
    try {
      await doAct(matter, { act: recall, fields: {} }, submission.keyFor([recall, matter]));
      submission.done();
      void message.open({ key, type: 'success', content: sayPage('undone'), duration: STAYS });
      for (const queryKey of [['matter', matter], ['desk'], ['matters'], ['explanation']]) void cache.invalidateQueries({ queryKey });
    } catch (failed) {
      void message.open({ key, type: 'warning', content: problemText(failed, sayCommon), duration: STAYS });
    }
  };
  return (title) => {
    const key = `done-${matter}-${title}`;
    const done = say('done', { act: title });
    void message.open({ key, type: 'success', content: done, duration: STAYS });
    void cache.fetchQuery({ ...actsQuery(matter), staleTime: 0 }).then((acts) => {
      const recall = acts.find((one) => one.is === 'recall' && one.allowed);
      if (!recall) return;
      const content = <>{done} <Button type="link" className="flush" onClick={() => void takeBack(recall.act, key)}>{sayPage('undo')}</Button></>;
      void message.open({ key, type: 'success', content, duration: STAYS });
    }, () => undefined);
  };
}
