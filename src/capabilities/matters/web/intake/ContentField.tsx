import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, type ClipboardEvent, type ReactElement, type RefObject } from 'react';
import { useWords } from '#ui/index.ts';
import { LONGEST, spareCharacters, type Draft } from '../rules/draft.ts';
import { PictureRow } from './PictureRow.tsx';
import type { Phrase } from './phrase.ts';
import type { Pictures } from './usePictures.ts';
import { useSlash } from './useSlash.tsx';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly aside: string; readonly lacks: readonly string[]; readonly tries: number;
  readonly phrases: readonly Phrase[]; readonly pictures: Pictures; readonly whose: string; readonly field: RefObject<TextAreaRef | null>;
}

/** From so few characters left on, they are counted on the screen. */
const COUNTED = 2_000;

/** The words of the customer: five rows, pictures by pasting, phrases by `/`. Nothing is ever cut: what is too much is said. */
export function ContentField({ draft, change, aside, lacks, tries, phrases, pictures, whose, field }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const spare = spareCharacters(draft, aside);
  const { look, hear, close, list } = useSlash(phrases, draft.content, (content) => change({ content }), () => field.current?.resizableTextArea?.textArea);
  const [missed] = lacks;
  useEffect(() => { if (missed === 'content' || missed === 'long') field.current?.focus({ cursor: 'end' }); }, [missed, tries, field]);
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    pictures.paste(files);
  };
  return (
    <div className="content-field">
      <div className="line"><label htmlFor={id} className="field-label">{say('content')}</label><span className="grow" />{spare < COUNTED && <small className={spare < 0 ? 'field-says number' : 'quiet number'}>{say('characters', { n: LONGEST - spare })}</small>}</div>
      <Input.TextArea id={id} ref={field} rows={5} placeholder={say('contentHint')} value={draft.content} onPaste={paste} onKeyDown={hear} onBlur={close}
        onChange={(event) => { change({ content: event.target.value }); look(event.target); }} {...(lacks.includes('content') || spare < 0 ? { status: 'error' as const } : {})} />
      {list}
      {lacks.includes('content') && <span role="alert" className="field-says">{say('contentNeeded')}</span>}
      {spare < 0 && <span role="alert" className="field-says">{say('tooLong', { n: -spare })}</span>}
      <PictureRow draft={draft} pictures={pictures} whose={whose} />
    </div>
  );
}
