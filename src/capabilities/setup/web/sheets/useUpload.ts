import { useState } from 'react';
import { partWords, problemText, useWords, wrongPlaces } from '#ui/index.ts';
import { base64Of } from '../files.ts';
import { setupWords } from '../words.ts';

const LARGEST = 700_000;

/** Takes a workbook from this computer and hands it on; says what is wrong with it. `told` learns while one is read. */
export function useUpload(handOn: (base64: string, file: File) => Promise<void>, told: (under: boolean) => void = () => undefined): { take: (file: File) => Promise<void>; under: boolean; trouble: string } {
  const say = useWords(setupWords);
  const sayParts = useWords(partWords);
  const [under, setUnder] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = async (file: File): Promise<void> => {
    setTrouble('');
    if (file.size > LARGEST) return setTrouble(say('tooLarge'));
    setUnder(true);
    told(true);
    try {
      await handOn(await base64Of(file), file);
    } catch (failed) {
      // What is wrong with the file is the whole of it: that something was filled in wrongly says nothing more.
      setTrouble(wrongPlaces(failed).join(' ') || problemText(failed, sayParts));
    }
    setUnder(false);
    told(false);
  };
  return { take, under, trouble };
}
