import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useState, type ClipboardEvent, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { isComposition, useWords } from '#ui/index.ts';
import { LONGEST, spareCharacters, type Draft } from '../rules/draft.ts';
import { PhraseList } from './PhraseList.tsx';
import { PictureRow } from './PictureRow.tsx';
import { inserted, phrasesMeant, slashAt, type Slash } from './rules/slash.ts';
import type { Phrase } from './phrase.ts';
import type { Pictures } from './usePictures.ts';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly aside: string; readonly lacks: readonly string[];
  readonly phrases: readonly Phrase[]; readonly pictures: Pictures; readonly whose: string; readonly field: RefObject<TextAreaRef | null>;
}

/** From so few characters left on, they are counted on the screen. */
const COUNTED = 2_000;

/** The words of the customer: five rows, pictures by pasting, phrases by `/`. Nothing is ever cut: what is too much is said. */
export function ContentField({ draft, change, aside, lacks, phrases, pictures, whose, field }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const [slash, setSlash] = useState<Slash | null>(null);
  const [at, setAt] = useState(0);
  const spare = spareCharacters(draft, aside);
  const meant = slash ? phrasesMeant(phrases, slash.typed) : [];
  const put = (phrase: Phrase): void => {
    if (!slash) return;
    const { text, caret } = inserted(draft.content, slash, phrase.text);
    change({ content: text });
    setSlash(null);
    const area = field.current?.resizableTextArea?.textArea;
    requestAnimationFrame(() => area?.setSelectionRange(caret, caret));
  };
  const look = (area: HTMLTextAreaElement): void => {
    setSlash(slashAt(area.value, area.selectionStart));
    setAt(0);
  };
  const hear = (event: KeyboardEvent): void => {
    if (!slash || isComposition({ isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode })) return;
    const chosen = meant[at];
    const steps: Record<string, (() => void) | undefined> = {
      ArrowDown: () => setAt((at + 1) % Math.max(1, meant.length)), ArrowUp: () => setAt((at + meant.length - 1) % Math.max(1, meant.length)), Escape: () => setSlash(null),
      ...(chosen && !event.ctrlKey && !event.metaKey ? { Enter: () => put(chosen), Tab: () => put(chosen) } : {}),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    pictures.paste(files);
  };
  return (
    <div className="content-field">
      <div className="line"><label htmlFor={id} className="field-label">{say('content')}</label><span className="grow" />{spare < COUNTED && <small className={spare < 0 ? 'field-says number' : 'quiet number'}>{say('characters', { n: LONGEST - spare })}</small>}</div>
      <Input.TextArea id={id} ref={field} rows={5} placeholder={say('contentHint')} value={draft.content} onPaste={paste} onKeyDown={hear} onBlur={() => setSlash(null)}
        onChange={(event) => { change({ content: event.target.value }); look(event.target); }} {...(lacks.includes('content') || spare < 0 ? { status: 'error' as const } : {})} />
      {slash && <PhraseList phrases={meant} at={at} put={put} quiet={slash.typed === '' && phrases.length === 0} />}
      {lacks.includes('content') && <span role="alert" className="field-says">{say('contentNeeded')}</span>}
      {spare < 0 && <span role="alert" className="field-says">{say('tooLong', { n: -spare })}</span>}
      <PictureRow draft={draft} pictures={pictures} whose={whose} />
    </div>
  );
}
