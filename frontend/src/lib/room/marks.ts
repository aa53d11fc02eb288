/** Cuts a text into marked and plain parts, for showing what was found in it. */

export interface Part<T> {
  text: string;
  mark: T | null;
}

export function marked<T extends { from: number; to: number }>(text: string, found: readonly T[]): Part<T>[] {
  const parts: Part<T>[] = [];
  let at = 0;
  for (const mark of found) {
    if (mark.from < at) continue;
    if (mark.from > at) parts.push({ text: text.slice(at, mark.from), mark: null });
    parts.push({ text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: null });
  return parts;
}
