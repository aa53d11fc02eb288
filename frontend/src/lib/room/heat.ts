/**
 * Finds phrases that may make the reader defend instead of mend: insults, threats, shouting, being told to calm down,
 * and for professionals also evasive phrases. It runs on the device; nothing is stored or reported.
 *
 * The lists of all languages are looked for in every message, whatever the language of the page: people curse in their
 * mother tongue, answer in the other side's, and mix; nobody knows in which language a sentence is before it is read.
 * The lists are written for that, and a test holds the sentences of each language against all of them.
 */

import type { Language } from '$lib/api/types';
import { keep, kept } from '$lib/kept';
import { fold } from '$lib/messages/fold';
import { LANGUAGES } from '$lib/messages/index.svelte';
import { readWords, type Section, type WordList } from './words';

/** `danger` is violence or self-harm: the sheet then shows where to find help. `calming` is "calm down". */
export type HeatKind = 'insult' | 'threat' | 'danger' | 'calming' | 'shouting' | 'evasive';

export interface Heat {
  from: number;
  to: number;
  kind: HeatKind;
}

/** Where two overlap, the first of these is what is said of both. */
const RANK: readonly HeatKind[] = ['danger', 'threat', 'insult', 'calming', 'shouting', 'evasive'];

/** A letter as the lists have it, and where it stands in what was written. */
interface Letter {
  bare: string;
  from: number;
  to: number;
}

/** A sign as the lists have it: small, without accents, a picture as the end of a sentence; nothing for what is no sign. */
function plainSign(sign: string): string {
  if (/\s/.test(sign)) return /[\n\r\u2028\u2029]/.test(sign) ? '\n' : ' ';
  if (/[’‘´`]/.test(sign)) return "'";
  if (/[‐‑−]/.test(sign)) return '-';
  if (/\p{Cf}/u.test(sign)) return '';
  return /\p{So}/u.test(sign) ? '…' : fold(sign);
}

/** One blank for many, one letter for three and more. */
function plain(written: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const sign of written) {
    const from = at;
    at += sign.length;
    const bare = plainSign(sign);
    const last = letters.at(-1);
    if (bare === '') {
      // An accent that is a sign of its own, or a sign without a width.
      if (last) last.to = at;
    } else if (last && /\s/.test(bare) && /\s/.test(last.bare)) {
      if (bare === '\n') last.bare = bare;
    } else {
      for (const unit of bare.split('')) letters.push({ bare: unit, from, to: at });
    }
  }
  const bare = letters.map((letter) => letter.bare).join('');
  return [...bare.matchAll(/([a-z])\1{2,}|[^]/g)].flatMap(({ index, 0: { length } }) => {
    const [first, last] = [letters[index], letters[index + length - 1]];
    return first && last ? [{ bare: first.bare, from: first.from, to: last.to }] : [];
  });
}

type Span = Pick<Heat, 'from' | 'to'>;
const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** What is said in quotation marks beside words of one's own, or stands in a line that was answered to. */
function quoted(text: string): Span[] {
  const found = [...text.matchAll(/"[^"\n]+"|“[^”\n]+”|«[^»\n]+»|^[ \t]*>.*$/gm)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const own = [...found].reverse().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
  return /\p{L}/u.test(own) ? found : [];
}

const SHOUTED_WORDS_MIN = 3;
const SHOUTED_LETTERS_MIN = 12;
const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/**
 * A whole sentence in capitals, or capitals that are most of a message, in which somebody speaks. The title of a product,
 * an address, a legal name and the subject of a mail are in capitals too, but nobody speaks in them.
 */
function shouted(text: string, speaks: (span: Span) => boolean): Span[] {
  const found: Span[] = [];
  const most = lettersOf(text) / 2;
  for (const { 0: sentence, 1: end = '', index } of text.matchAll(/[^.!?…\n]+([.!?…]*)/gu)) {
    const words = [...sentence.matchAll(/[\p{L}\p{M}\p{N}]*\p{L}[\p{L}\p{M}\p{N}]*/gu)];
    let run: typeof words = [];
    for (const word of [...words, null]) {
      if (word && !/\p{Ll}/u.test(word[0])) {
        run.push(word);
        continue;
      }
      const [first, last] = [run[0], run.at(-1)];
      const long = run.filter(([letters]) => letters.length > 1).length >= SHOUTED_WORDS_MIN;
      const whole = run.length === words.length;
      run = [];
      if (!first || !last || !long) continue;
      const span = { from: index + first.index, to: index + last.index + last[0].length };
      const letters = lettersOf(text.slice(span.from, span.to));
      if (letters < SHOUTED_LETTERS_MIN || !(whole || letters > most)) continue;
      if (speaks(span) || (whole && end.includes('!'))) found.push(span);
    }
  }
  return found;
}

const loaded = new Map<Language, WordList>();

/** Marked phrases in their order, none overlapping. `professional` adds the evasive ones. */
export function heated(text: string, professional = false, lists: Iterable<WordList> = loaded.values()): Heat[] {
  const letters = plain(text);
  const bare = letters.map((letter) => letter.bare).join('');
  const places = new Map<Section, Span[]>();
  for (const { section, pattern } of [...lists].flatMap((list) => list.phrases)) {
    if (section === 'evasive' && !professional) continue;
    for (const match of bare.matchAll(pattern)) {
      const first = letters[match.index + (match[1]?.length ?? 0)];
      const last = letters[match.index + match[0].length - 1];
      if (first && last) places.set(section, [...(places.get(section) ?? []), { from: first.from, to: last.to }]);
    }
  }
  const harmless = places.get('harmless') ?? [];
  const speech = places.get('speech') ?? [];
  const others = quoted(text);
  const own = others.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);
  const found: Heat[] = [];
  const add = (kind: HeatKind, spans: readonly Span[] = []): void => {
    for (const { from, to } of spans) {
      if (harmless.some((span) => overlap(span, { from, to }))) continue;
      // Who was threatened may need help as well.
      if (kind !== 'danger' && others.some((span) => span.from <= from && to <= span.to)) continue;
      found.push({ from, to, kind });
    }
  };
  for (const kind of RANK) {
    if (kind === 'shouting')
      add(
        kind,
        shouted(own, (span) => speech.some((word) => overlap(word, span))),
      );
    else add(kind, places.get(kind));
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const out: Heat[] = [];
  for (const heat of found) {
    const last = out.at(-1);
    if (last && heat.from < last.to) {
      last.to = Math.max(last.to, heat.to);
      if (RANK.indexOf(heat.kind) < RANK.indexOf(last.kind)) last.kind = heat.kind;
    } else out.push({ ...heat });
  }
  return out;
}

async function load(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const answer = await fetch(`/api/v1/words/${language}`).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => null) : null;
  if (text === null) return;
  const list = readWords(text);
  // eslint-disable-next-line no-console -- for the operator who wrote the list; the writer of a message can do nothing
  for (const { line, what } of list.faults) console.warn(`words/${language}.txt, line ${line}: ${what}`);
  loaded.set(language, list);
}

/** Asks the server for its lists. Without one, nothing of it is found; it is asked for again when there is a network. */
export async function loadWords(): Promise<void> {
  await Promise.all(LANGUAGES.map(load));
  // Browsers prepare a pattern when it is first used: now, and not when a message is about to go.
  heated('', true);
  if (loaded.size < LANGUAGES.length) addEventListener('online', () => void loadWords(), { once: true });
}

const MAY_SWITCH_OFF_AFTER = 3;
const SHOWN = 'acordo.pause-shown';
const OFF = 'acordo.pause-off';

export const pauseIsOn = (): boolean => kept(OFF) !== '1';

/** Counts that the sheet was shown; true once the person may switch it off for good. */
export function pauseShown(): boolean {
  const count = Number(kept(SHOWN) ?? '0') + 1;
  keep(SHOWN, String(count));
  return count > MAY_SWITCH_OFF_AFTER;
}

export function switchPauseOff(): void {
  keep(OFF, '1');
}
