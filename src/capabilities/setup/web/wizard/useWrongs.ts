import { useState } from 'react';
import { partWords, problemText, useLanguage, useWords } from '#ui/index.ts';
import type { WizardJson } from '../../contract.ts';
import { STEPS, type Draft, type Step } from './draft.ts';
import { isLookedAt, lookedWrong, wrongIn, type Wrong } from './wrong.ts';

interface Given { readonly token: string; readonly draft: Draft; readonly kinds: WizardJson['kinds'] }
interface Checked {
  readonly wrongs: readonly Wrong[];
  /** Why a field will not do, once somebody has tried to leave its page. */
  readonly wrong: (field: string) => string;
  readonly under: boolean;
  /** Looks at a page, asking the server where it must; the first wrong field gets the cursor. */
  readonly sound: (step: Step) => Promise<boolean>;
  readonly leave: (step: Step) => void;
}

/** What the server found stands until what it was about is written anew. */
interface Told { readonly of: string; readonly wrongs: readonly Wrong[] }
const about = ({ way, cert, key, folder }: Draft): string => JSON.stringify([way, cert, key, folder]);

/** Everything wrong with what was typed so far, and when to say it. */
export function useWrongs({ token, draft, kinds }: Given): Checked {
  const { language } = useLanguage();
  const sayParts = useWords(partWords);
  const [tried, setTried] = useState<ReadonlySet<Step>>(() => new Set(STEPS.slice(0, draft.at)));
  const [told, setTold] = useState<Told>({ of: '', wrongs: [] });
  const [under, setUnder] = useState(false);
  const found = wrongIn(draft, kinds);
  const wrongs = [...found, ...(told.of === about(draft) ? told.wrongs : [])];
  const leave = (step: Step): void => setTried((before) => new Set([...before, step]));
  const ask = async (step: Step): Promise<readonly Wrong[]> => {
    if (!isLookedAt(step, draft)) return [];
    setUnder(true);
    const says = await lookedWrong(step, draft, token).catch((failed: unknown) => {
      const text = problemText(failed, sayParts);
      return [{ step, field: step === 'backup' ? 'backup-folder' : 'certificate', says: { zh: text, en: text } }];
    });
    setTold((before) => ({ of: about(draft), wrongs: [...(before.of === about(draft) ? before.wrongs.filter((each) => each.step !== step) : []), ...says] }));
    setUnder(false);
    return says;
  };
  const sound = async (step: Step): Promise<boolean> => {
    leave(step);
    const here = found.filter((each) => each.step === step);
    const first = (here.length > 0 ? here : await ask(step))[0];
    if (first) document.getElementById(first.field)?.focus();
    return first === undefined;
  };
  const wrong = (field: string): string => wrongs.find((each) => each.field === field && tried.has(each.step))?.says[language] ?? '';
  return { wrongs, wrong, under, sound, leave };
}
