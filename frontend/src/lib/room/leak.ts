/**
 * Guard against carrying private words into another room: it finds, in a draft, runs of eight
 * words and amounts of money that stand in a private message and were never said in the open.
 * It is a help for the person who writes; the server's rules are the barrier.
 */

import { fold } from '$lib/messages/fold';

export const RUN_OF_WORDS = 8;

/** A message of a private room, as this reader may see it. */
export interface PrivateText {
  /** Whose private room it is. */
  side: 'consumer' | 'company';
  seq: number;
  text: string;
  /** Amounts that stand in figures of their own, as in the terms of an idea. */
  amounts?: number[];
}

export interface Leak {
  /** Place in the draft. */
  from: number;
  to: number;
  kind: 'words' | 'amount';
  /** Whose private message it comes from. */
  side: 'consumer' | 'company';
  /** The message it comes from. */
  seq: number;
}

interface Token {
  word: string;
  from: number;
  to: number;
}

interface Figure {
  /** In hundredths, so that 1.250 and 1250,00 are the same figure. */
  value: number;
  /** Written like money: a currency, decimals, grouping, or words such as "mil". */
  money: boolean;
  from: number;
  to: number;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\p{N}+)*/gu)) {
    // The R of R$ is no word: people leave the sign out when they repeat a price.
    if (text[match.index + match[0].length] === '$') continue;
    const value = figureValue(match[0]);
    found.push({
      word: value === null ? fold(match[0]) : `#${value}`,
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  return found;
}

/** Reads 1250, 1.250, 1,250.00 and 1250,5 alike; null when it is no figure. */
export function figureValue(text: string): number | null {
  if (!/^\d+(?:[.,]\d+)*$/.test(text)) return null;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return Number(text) * 100;
  const decimals = text.length - last - 1;
  const whole = text.slice(0, decimals <= 2 ? last : text.length).replace(/[.,]/g, '');
  const cents = decimals <= 2 ? text.slice(last + 1).padEnd(2, '0') : '00';
  return Number(whole) * 100 + Number(cents);
}

const BEFORE = /(?:R\$|US\$|\$|€|£|\b(?:BRL|USD|EUR|ARS|MXN|CLP|COP|PEN|UYU))\s*$/iu;
const AFTER =
  /^\s*(?:(mil|thousand|k)\b\s*)?(?:(?:de\s+)?(?:reais|real|pesos?|d[óo]lares|dollars?|euros?|soles)\b|€|(?:BRL|USD|EUR|ARS|MXN|CLP|COP|PEN|UYU)\b)?/iu;

function figures(text: string): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const value = figureValue(match[0]);
    if (value === null) continue;
    const from = match.index;
    const to = from + match[0].length;
    const before = BEFORE.exec(text.slice(Math.max(0, from - 8), from));
    const after = AFTER.exec(text.slice(to, to + 24));
    const thousand = Boolean(after?.[1]);
    const tail = after?.[0].trimEnd() ?? '';
    found.push({
      value: thousand ? value * 1000 : value,
      money: before !== null || tail.trim() !== '' || /[.,]/.test(match[0]),
      from: before ? from - before[0].length : from,
      to: to + tail.length,
    });
  }
  return found;
}

/** A bare figure from 100 on may be a price; a bare year is not. */
function mayBePrice(figure: Figure): boolean {
  if (figure.money) return figure.value > 0;
  return figure.value >= 100_00 && !(figure.value >= 1900_00 && figure.value <= 2100_00);
}

function runs(words: Token[]): string[] {
  const found: string[] = [];
  for (let at = 0; at + RUN_OF_WORDS <= words.length; at++) {
    found.push(
      words
        .slice(at, at + RUN_OF_WORDS)
        .map((token) => token.word)
        .join(' '),
    );
  }
  return found;
}

/**
 * What was said in private, and what is open to everybody in the room that is written to. Each text is read once, when it
 * is learned; a draft, however often it is looked at, costs only its own words.
 */
export class Secrets {
  #openRuns = new Set<string>();
  #openFigures = new Set<number>();
  #runs = new Map<string, PrivateText>();
  #figures = new Map<number, PrivateText>();

  /** Words that everybody there reads, or that their giver allowed to be told. */
  open(text: string, amounts: readonly number[] = []): void {
    for (const run of runs(tokens(text))) this.#openRuns.add(run);
    for (const figure of figures(text)) this.#openFigures.add(figure.value);
    for (const value of amounts) this.#openFigures.add(value);
  }

  hide(secret: PrivateText): void {
    const first = <K>(all: Map<K, PrivateText>, found: K) => void (all.has(found) || all.set(found, secret));
    for (const run of runs(tokens(secret.text))) first(this.#runs, run);
    for (const figure of figures(secret.text)) if (mayBePrice(figure)) first(this.#figures, figure.value);
    for (const value of secret.amounts ?? []) if (value > 0) first(this.#figures, value);
  }

  /** What of the draft was said in private and never in the open. */
  leaks(draft: string): Leak[] {
    const found: Leak[] = [];
    const words = tokens(draft);
    runs(words).forEach((run, at) => {
      const secret = this.#openRuns.has(run) ? undefined : this.#runs.get(run);
      const first = words[at];
      const last = words[at + RUN_OF_WORDS - 1];
      if (secret && first && last) {
        found.push({ from: first.from, to: last.to, kind: 'words', side: secret.side, seq: secret.seq });
      }
    });
    for (const { value, from, to } of figures(draft)) {
      const secret = this.#openFigures.has(value) ? undefined : this.#figures.get(value);
      if (secret) found.push({ from, to, kind: 'amount', side: secret.side, seq: secret.seq });
    }
    return merged(found);
  }
}

function merged(found: Leak[]): Leak[] {
  const ordered = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  const out: Leak[] = [];
  for (const leak of ordered) {
    const last = out.at(-1);
    if (last && leak.from <= last.to && leak.side === last.side) {
      last.to = Math.max(last.to, leak.to);
      if (leak.kind === 'words') last.kind = 'words';
    } else if (!last || leak.from >= last.to) {
      out.push({ ...leak });
    }
  }
  return out;
}

/** The draft without the marked parts, with the spaces around them closed up. */
export function without(draft: string, found: readonly Leak[]): string {
  let text = draft;
  for (const leak of [...found].sort((a, b) => b.from - a.from)) {
    text = text.slice(0, leak.from) + text.slice(leak.to);
  }
  return text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]+([.,;:!?])/g, '$1')
    .replace(/[,;:]+([.!?])/g, '$1')
    .trim();
}
