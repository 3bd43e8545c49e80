import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import { act } from './calls.ts';
import { matterWords } from './words.ts';

/** 催办 with one press: the second call about a matter is no second matter. */
export function useChase(): (matter: string) => Promise<void> {
  const say = useWords(matterWords);
  const sayCommon = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  return async (matter) => {
    try {
      await act(matter, { act: 'chase', fields: {} }, submission.keyFor(['chase', matter]));
      submission.done();
      message.success(say('chased'));
      await Promise.all([cache.invalidateQueries({ queryKey: ['matter', matter] }), cache.invalidateQueries({ queryKey: ['desk'] })]);
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
    }
  };
}
