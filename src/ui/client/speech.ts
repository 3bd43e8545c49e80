import type { Language } from '#engine/text.ts';

let spoken: Language = 'zh';

/** Sets the language in which the server is asked to write its messages. */
export function callIn(language: Language): void {
  spoken = language;
}

/** The value of `Accept-Language` for the next call. */
export function spokenLanguage(): string {
  return spoken === 'zh' ? 'zh-CN' : 'en';
}
