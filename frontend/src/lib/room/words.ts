/**
 * Reads a list of phrases (src/words/*.txt; its first lines say how one is written). `src/words.rs` reads the same and
 * refuses what is wrong when the server starts; here a wrong line is named and left out.
 */

export const SECTIONS = ['insult', 'threat', 'danger', 'calming', 'evasive', 'speech', 'harmless'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Phrase {
  section: Section;
  /** Its first group is what stands before the phrase. */
  pattern: RegExp;
}
export interface WordFault {
  line: number;
  what: 'section' | 'sign' | 'bracket' | 'optional' | 'star' | 'words' | 'edge' | 'nothing' | 'long' | 'ways';
}
export interface WordList {
  phrases: Phrase[];
  faults: WordFault[];
}

const LINE_CHARS_MAX = 1500;
/** In how many ways one line may be read: no message takes long, whatever a line says. */
const WAYS_MAX = 1_000_000;
// What is looked through has been made small and plain (heat.ts), so that these need no classes of Unicode, of which
// hundreds take a phone long to prepare.
const REST = '[a-z0-9]{0,20}';
const REST_WAYS = 20;
const WORDS = '(?:[a-z0-9]{1,30},? ){0,3}';
const WORDS_WAYS = 4;

const BEFORE = '(^|[^a-z0-9])';
const BEHIND = '(?![a-z0-9])';
const BEGINS = '(^ ?|[.!?…;:\\n¡¿"“”«»()—–] ?)';
const ENDS = '(?= ?(?:$|[,.!?…;:\\n"“”«»()—–]))';

class Wrong extends Error {
  constructor(readonly what: WordFault['what']) {
    super(what);
  }
}

interface Part {
  source: string;
  /** How many readings it has at most. */
  ways: number;
  /** How many characters it takes at least. */
  least: number;
}

/** One line, read from the left. Nothing in it repeats without an end. */
class Line {
  #at = 0;
  constructor(readonly text: string) {}

  phrases(): string[] {
    const found: string[] = [];
    let ways = 0;
    do {
      const begins = this.#take('< ');
      const part = this.#sequence();
      const ends = this.#take('>');
      if (part.least === 0) throw new Wrong('nothing');
      ways += part.ways;
      found.push(`${begins ? BEGINS : BEFORE}(?:${part.source})${ends ? ENDS : BEHIND}`);
    } while (this.#take('|'));
    if (this.#at < this.text.length) throw new Wrong(this.text[this.#at] === ')' ? 'bracket' : 'edge');
    if (ways > WAYS_MAX) throw new Wrong('ways');
    return found;
  }

  #take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    // Of two that begin alike the longer is marked.
    parts.sort((a, b) => b.source.length - a.source.length);
    return {
      source: `(?:${parts.map((part) => part.source).join('|')})`,
      ways: parts.reduce((sum, part) => sum + part.ways, 0),
      least: Math.min(...parts.map((part) => part.least)),
    };
  }

  #sequence(): Part {
    const begun = this.#at;
    const whole: Part = { source: '', ways: 1, least: 0 };
    while (this.#at < this.text.length && !'|)'.includes(this.text[this.#at] ?? '')) {
      if (this.text.startsWith(' >', this.#at)) {
        this.#at += 1;
        break;
      }
      const part = this.#piece();
      whole.source += part.source;
      whole.ways = Math.min(whole.ways * part.ways, WAYS_MAX + 1);
      whole.least += part.least;
    }
    if (this.#at === begun) throw new Wrong('bracket');
    return whole;
  }

  #piece(): Part {
    const sign = this.text[this.#at++] ?? '';
    const next = this.text[this.#at];
    if (sign === ' ') return { source: '(?:, ?| )', ways: 1, least: 1 };
    if (sign === '-') return { source: '[- ]?', ways: 1, least: 0 };
    if (sign === "'") return { source: "'?", ways: 1, least: 0 };
    if (sign === '*') {
      if (next !== undefined && !' |)'.includes(next)) throw new Wrong('star');
      return { source: REST, ways: REST_WAYS, least: 0 };
    }
    if (sign === '~') {
      const before = this.text[this.#at - 2];
      if (!this.#take(' ') || (before !== undefined && !' |('.includes(before))) throw new Wrong('words');
      return { source: WORDS, ways: WORDS_WAYS, least: 0 };
    }
    if (sign === '?') throw new Wrong('optional');
    if (sign === '<' || sign === '>') throw new Wrong('edge');
    let part: Part;
    if (/[a-z0-9]/.test(sign)) part = { source: sign, ways: 1, least: 1 };
    else if (sign === '[') {
      const letters = /^[a-z0-9]+(?=\])/.exec(this.text.slice(this.#at))?.[0];
      if (!letters) throw new Wrong('bracket');
      this.#at += letters.length + 1;
      part = { source: `[${letters}]`, ways: 1, least: 1 };
    } else if (sign === '(') {
      part = this.#alternatives();
      if (!this.#take(')')) throw new Wrong('bracket');
    } else throw new Wrong('sign');
    if (!this.#take('?')) return part;
    return { source: `${part.source}?`, ways: part.ways + 1, least: 0 };
  }
}

export function readWords(text: string): WordList {
  const list: WordList = { phrases: [], faults: [] };
  let section: Section | undefined;
  let begun = false;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const named = /^\[([^\]]*)\]$/.exec(line)?.[1];
    if (named !== undefined) section = SECTIONS.find((known) => known === named);
    if (section === undefined) {
      // What stands in a section that nobody knows is left out without another word.
      if (named !== undefined || !begun) list.faults.push({ line: at + 1, what: 'section' });
      begun = true;
      continue;
    }
    begun = true;
    if (named !== undefined) continue;
    const kind: Section = section;
    try {
      if (line.length > LINE_CHARS_MAX) throw new Wrong('long');
      const patterns = new Line(line).phrases().map((source) => new RegExp(source, 'g'));
      list.phrases.push(...patterns.map((pattern) => ({ section: kind, pattern })));
    } catch (wrong) {
      if (!(wrong instanceof Wrong)) throw wrong;
      list.faults.push({ line: at + 1, what: wrong.what });
    }
  }
  return list;
}
