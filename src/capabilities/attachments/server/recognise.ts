import { fileTypeFromBuffer } from 'file-type';
import { wrong, type Failure, type Upload } from '#platform/operations/index.ts';
import type { Text } from '#engine/text.ts';
import { disguised } from '../rules/disguise.ts';
import { kindFound } from '../rules/kinds.ts';
import { labelOf } from '../rules/label.ts';

export interface Recognised { readonly name: string; readonly mediaType: string }

const EMPTY: Text = { zh: '文件是空的，请重新选择。', en: 'The file is empty. Please choose another.' };
const OTHER: Text = {
  zh: '不能上传这种文件。可以上传照片（JPG、PNG、WebP、GIF、HEIC）、PDF、录音（MP3、M4A、AAC、WAV、AMR、OGG）和 MP4 视频。',
  en: 'This kind of file is not taken. Pictures (JPG, PNG, WebP, GIF, HEIC), PDF, sound (MP3, M4A, AAC, WAV, AMR, OGG) and MP4 video are.',
};
const DISGUISED: Text = { zh: '文件里夹带了别的内容，不能上传。请用原始照片或重新另存后再试。', en: 'Something else is hidden in this file, so it is not taken. Please use the original picture, or save it anew.' };

/**
 * What a file is, by its content alone; its name is only a label.
 * @throws Failure 422 with the reason for what is empty, of another kind, or two things at once.
 */
export async function recognise(file: Upload): Promise<Recognised> {
  if (file.bytes.length === 0) throw notTaken(EMPTY);
  const found = await fileTypeFromBuffer(file.bytes).catch(() => undefined);
  const kind = found && kindFound(found.mime);
  if (!kind) throw notTaken(OTHER);
  if (disguised(file.bytes, kind.mediaType)) throw notTaken(DISGUISED);
  return { name: labelOf(file.name, kind), mediaType: kind.mediaType };
}

const notTaken = (message: Text): Failure => wrong([{ path: ['body', 'file'], message }]);
