import { createContext, use, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Language } from '#engine/text.ts';
import { callIn } from '../client/speech.ts';

const STORED = 'aftercare.language';
interface Speech { readonly language: Language; readonly speak: (language: Language) => void }
const SpeechContext = createContext<Speech>({ language: 'zh', speak: () => undefined });

/** The language of the screen: Chinese first, the reader's choice kept on this machine. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactElement {
  const [language, speak] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh'));
  callIn(language);
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const speech = useMemo(() => ({ language, speak }), [language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The language on the screen and how to change it. */
export function useLanguage(): Speech {
  return use(SpeechContext);
}
