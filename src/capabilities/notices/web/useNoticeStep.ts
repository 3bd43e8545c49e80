import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { partWords, problemText, useSubmission, useWords } from '#ui/index.ts';

/** Does something to notices: the same key for every try of the same thing, a sentence when it fails, everything of notices read again. */
export function useNoticeStep(): { readonly busy: boolean; readonly step: (what: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean> } {
  const say = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const step = async (what: unknown, work: (key: string) => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work(submission.keyFor(what));
      submission.done();
      return true;
    } catch (failed) {
      message.warning(problemText(failed, say));
      return false;
    } finally {
      setBusy(false);
      void cache.invalidateQueries({ queryKey: ['notices'] });
    }
  };
  return { busy, step };
}
