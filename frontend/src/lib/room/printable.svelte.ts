/** What the papers' fonts can set, by the domain's own table: whoever writes what a paper will print is told at once. */
import { t } from '$lib/messages/index.svelte';

type Range = readonly [first: number, last: number];
let ranges = $state.raw<readonly Range[]>([]);
let asked: Promise<void> | null = null;

async function fetchTable(): Promise<void> {
  const { default: table } = await import('../../../../src/domain/printable.in?raw');
  ranges = [...table.matchAll(/\(0x([0-9A-F]+), 0x([0-9A-F]+)\)/g)].map(
    ([, first = '', last = '']) => [parseInt(first, 16), parseInt(last, 16)] as const,
  );
}

/** Fetches the table once. Without it nothing is marked, and the server still refuses. */
export function needPrintable(): Promise<void> {
  asked ??= fetchTable().catch(() => {
    asked = null;
  });
  return asked;
}

// Takes no ink, or moves on: a paper leaves it out.
const UNSEEN = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** The signs of a text that no paper can print, each once; none while the table is not there. */
export function unprintable(text: string): string[] {
  if (ranges.length === 0) return [];
  const signs = [...text].filter((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 0x7f && !UNSEEN.test(sign) && !ranges.some(([first, last]) => first <= code && code <= last);
  });
  return [...new Set(signs)];
}

/** What is wrong with a text that a paper will print, naming the signs. */
export function printFault(text: string): string | undefined {
  const signs = unprintable(text);
  return signs.length > 0 ? t('print-fault', { count: signs.length, signs: signs.slice(0, 5).join(' ') }) : undefined;
}
