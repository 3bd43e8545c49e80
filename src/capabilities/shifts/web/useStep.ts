import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';

/**
 * Does one step: the same key for every try of the same thing, a sentence when it is refused, everything of shifts read again afterwards.
 * @returns a function that gives the answer, or null when it was refused.
 */
export function useStep(): <T>(what: unknown, work: (key: string) => Promise<T>) => Promise<T | null> {
  const say = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  return async (what, work) => {
    try {
      const answer = await work(submission.keyFor(what));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['shifts'] });
      return answer;
    } catch (failed) {
      message.warning(problemText(failed, say));
      await cache.invalidateQueries({ queryKey: ['shifts'] });
      return null;
    }
  };
}
