import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { Draft, Picture } from '../rules/draft.ts';
import { usePicture, type Pictures } from './usePictures.ts';
import { intakeWords } from './words.ts';

const WHY = { tiff: 'tiff', kind: 'wrongKind', large: 'tooLarge', many: 'tooMany', failed: 'notKept' } as const;

/** The pasted pictures, small, and why one could not be attached. */
export function PictureRow({ draft, pictures, whose }: { draft: Draft; pictures: Pictures; whose: string }): ReactElement | null {
  const say = useWords(intakeWords);
  const { unpasted } = pictures;
  if (draft.pictures.length === 0 && !unpasted) return null;
  return (
    <div className="pictures">
      {draft.pictures.map((picture) => <Small key={picture.id} picture={picture} whose={whose} drop={() => pictures.drop(picture.id)} />)}
      {unpasted && <span role="alert" className="field-says">{say(WHY[unpasted.why], { name: unpasted.name })}</span>}
    </div>
  );
}

function Small({ picture, whose, drop }: { picture: Picture; whose: string; drop: () => void }): ReactElement {
  const say = useWords(intakeWords);
  const address = usePicture(whose, picture);
  return (
    <span className="picture">
      {address === '' ? <span className="quiet">{picture.name}</span> : <img src={address} alt={picture.name} />}
      <Button size="small" type="text" aria-label={say('dropPicture', { name: picture.name })} onClick={drop}>×</Button>
    </span>
  );
}
