/**
 * What the server would refuse for certain, said before a phone has sent megabytes of it. The server judges by the bytes
 * and has the last word: what is not known here goes up.
 */
import { need, t } from '$lib/messages/index.svelte';
import { session } from '$lib/session.svelte';

/** What a file dialog offers: a phone turns its own pictures into one of these. */
export const KINDS = [
  'image/jpeg,image/png,image/webp,image/gif,application/pdf,text/plain,message/rfc822,.txt,.eml,.xml',
  'audio/mpeg,audio/mp4,audio/ogg,.mp3,.m4a,.ogg,.opus,video/mp4,video/quicktime,video/3gpp,.mp4,.mov,.3gp',
].join();

/** First bytes of archives, of offices' documents, which are archives too, of programs, and of pictures without a reader. */
const NOT_TAKEN = [
  '504b0304',
  '504b0506',
  'd0cf11e0',
  '52617221',
  '377abcaf',
  '1f8b08',
  '4d5a',
  '7f454c46',
  '424d',
  '49492a00',
  '4d4d002a',
];
/** First bytes of what may be called a picture or a PDF; films and sounds in boxes carry their mark behind a length. */
const PICTURES = /^(ffd8ff|89504e47|47494638|52494646|25504446|.{8}66747970)/;
const PICTURES_IN_BOXES = /^.{8}66747970(6865|61766966|6d6966|6d7366)/;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** "Más de 25 MB": what is too large is told the limit. */
export async function limitText(): Promise<string> {
  await need('sheets');
  return t('room-attach-limit', { megabytes: Math.floor(session.fileBytesMax / 1_000_000) });
}

/** Why a file is not taken; nothing where it may be. */
export async function lacks(file: File): Promise<'file_empty' | 'file_too_large' | 'unsupported_media' | null> {
  if (file.size === 0) return 'file_empty';
  if (file.size > session.fileBytesMax) return 'file_too_large';
  const head = hex(
    await file
      .slice(0, 16)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  if (NOT_TAKEN.some((start) => head.startsWith(start)) || PICTURES_IN_BOXES.test(head)) return 'unsupported_media';
  // Called a picture by its name alone: no text either, since a text has no empty byte.
  const called = /^image\/|^application\/pdf$/.test(file.type);
  return called && !PICTURES.test(head) && /^(..)*?00/.test(head) ? 'unsupported_media' : null;
}

/** A photo is sent smaller from here on: what it shows can be read as well, and a phone sends it in seconds. */
const PHOTO_BYTES = 1_500_000;
const PHOTO_PIXELS = 2_560;

/** The file as it is sent: a large photo as a smaller picture where it is to be, or where the server would not take it. */
export async function fitting(file: File, shrinks: boolean): Promise<File> {
  const large = file.size > session.fileBytesMax || (shrinks && file.size > PHOTO_BYTES);
  if (!large || !/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
  try {
    // Turned as its camera says; the rest of what a camera writes is not in it any more.
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, PHOTO_PIXELS / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((go) => canvas.toBlob(go, 'image/jpeg', 0.85));
    if (!blob || blob.size >= file.size) return file;
    const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
    return new File([blob], name, { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    // A picture that this browser cannot open goes as it is.
    return file;
  }
}
