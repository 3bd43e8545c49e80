import { useEffect, useState } from 'react';
import { v4 as newId } from 'uuid';
import { useNewest } from '#ui/index.ts';
import { upload } from '../calls.ts';
import type { Picture } from '../rules/draft.ts';
import { keepPicture, keptPicture } from './pictures.ts';
import { whyNotPasted, type Unpasted } from './rules/pasted.ts';
import type { Writing } from './useDrafts.ts';

/** What is uploaded and named by no act is removed there after a day: well before that it is uploaded anew. */
const FRESH = 12 * 3_600_000;

export interface Pictures {
  readonly paste: (files: readonly File[]) => void;
  readonly drop: (id: string) => void;
  /** The last one that could not be attached, and why. */
  readonly unpasted: { readonly name: string; readonly why: Unpasted | 'failed' } | null;
}

/** The pictures of a draft: kept on this machine at once, uploaded meanwhile. */
export function usePictures({ whose, draft, change }: Writing): Pictures {
  const [unpasted, setUnpasted] = useState<Pictures['unpasted']>(null);
  const newest = useNewest(draft);
  useEffect(() => setUnpasted(null), [draft.id]);
  const add = async (file: File): Promise<void> => {
    const why = whyNotPasted(file, newest.current.pictures.length);
    const name = file.name === '' ? 'image' : file.name;
    setUnpasted(why === null ? null : { name, why });
    if (why !== null) return;
    const picture: Picture = { id: newId(), name, attachment: null, at: Date.now() };
    const into = newest.current.id;
    // A machine without room for it still uploads it.
    await keepPicture(whose, picture.id, file).catch(() => undefined);
    change((now) => (now.id === into ? { pictures: [...now.pictures, picture] } : {}));
    try {
      const attachment = await upload(file, picture.id);
      change((now) => ({ pictures: now.pictures.map((each) => (each.id === picture.id ? { ...each, attachment: attachment.id } : each)) }));
    } catch {
      // Saving tries again; only a picture that is nowhere kept is lost, and then that is said.
      if (!(await keptPicture(whose, picture.id))) setUnpasted({ name, why: 'failed' });
    }
  };
  return {
    unpasted,
    paste: (files) => void files.reduce((before, file) => before.then(() => add(file)), Promise.resolve()),
    drop: (id) => change((now) => ({ pictures: now.pictures.filter((each) => each.id !== id) })),
  };
}

/** The attachments a draft is saved with: those that are not there yet, or not for long any more, are uploaded first. @throws Problem */
export async function attachmentsOf(whose: string, pictures: readonly Picture[], now: number): Promise<string[]> {
  const ids: string[] = [];
  for (const picture of pictures) {
    if (picture.attachment !== null && now - picture.at < FRESH) {
      ids.push(picture.attachment);
      continue;
    }
    const kept = await keptPicture(whose, picture.id);
    if (kept) ids.push((await upload(new File([kept], picture.name, { type: kept.type }), newId())).id);
  }
  return ids;
}

/** The address of a picture for the page, while it is shown. */
export function usePicture(whose: string, picture: Picture): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    let made = '';
    let gone = false;
    void keptPicture(whose, picture.id).then((blob) => {
      if (gone || !blob) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      gone = true;
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [whose, picture.id]);
  return address;
}
