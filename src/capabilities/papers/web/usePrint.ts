import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { partWords, problemText, useNewest, useSubmission, useWords, type Say } from '#ui/index.ts';
import type { BatchAnswer } from '../contract.ts';
import { fileAddress, printablesQuery, printForm, printSeveral, type ToPrint } from './calls.ts';
import { paperWords } from './words.ts';

/** Prints a form of one or several matters and shows the PDF in a tab of its own. */
export function usePrint(matters: readonly string[]): { readonly busy: boolean; readonly print: (wanted: ToPrint) => Promise<void> } {
  const say = useWords(paperWords);
  const sayTrouble = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const [first = ''] = matters;
  const print = async (wanted: ToPrint): Promise<void> => {
    if (busy) return;
    setBusy(true);
    // Opened at once, while the press of the key still counts as the reader's own: later the browser would block it.
    const tab = open('', '_blank');
    try {
      const key = submission.keyFor({ matters, ...wanted });
      const { address, left } = matters.length === 1 && wanted.form !== null ? { address: await printForm(first, wanted, key), left: [] } : outcomeOf(await printSeveral(matters, wanted, key), say);
      submission.done();
      if (left.length > 0) message.warning(left.join(' '), 10);
      if (address === null) tab?.close();
      else if (tab) tab.location.replace(address);
      else message.warning(say('blocked'), 6);
    } catch (failed) {
      tab?.close();
      message.warning(problemText(failed, sayTrouble));
    } finally {
      setBusy(false);
      for (const matter of matters) void cache.invalidateQueries({ queryKey: printablesQuery(matter).queryKey });
    }
  };
  return { busy, print };
}

/** Where the file of several is, and a sentence for each that is not in it: by its place among the ticked ones, for its number may not be for the reader. */
function outcomeOf({ file, items }: BatchAnswer, say: Say<typeof paperWords>): { readonly address: string | null; readonly left: readonly string[] } {
  return { address: file === null ? null : fileAddress(file), left: items.flatMap(({ problem }, at) => (problem === null ? [] : [say('leftOut', { n: at + 1, problem })])) };
}

/** Ctrl+P prints the form, not the web page. */
export function usePrintKey(pressed: () => void): void {
  const newest = useNewest(pressed);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyP' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!event.repeat) newest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [newest]);
}
