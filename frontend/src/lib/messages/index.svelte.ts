/** The page's texts: Fluent files shared with mails and paper, loaded for one language and only as far as needed. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '$lib/api/types';
import { keep, kept } from '$lib/kept';
import type { Key, Texts, Value } from './keys';

export type { Key, Value } from './keys';
export type Part =
  | 'words'
  | 'frame'
  | 'page'
  | 'report'
  | 'account'
  | 'invited'
  | 'invite'
  | 'agreement'
  | 'consumer'
  | 'room'
  | 'sheets'
  | 'desk'
  | 'officer'
  | 'register'
  | 'settings'
  | 'problem'
  | 'case';

export const LANGUAGES: readonly Language[] = ['pt-BR', 'es', 'en'];
/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'pt-BR': 'Português', es: 'Español', en: 'English' };

const sources = import.meta.glob<string>(
  '../../../../src/locales/*/{words,frame,page,report,account,invited,invite,agreement,consumer,room,sheets,desk,officer,register,settings,problem,case}.ftl',
  {
    query: '?raw',
    import: 'default',
  },
);

/** The files of a part. Why a case refuses something stands beside its facts. */
const filesOf = (part: Part): string[] => (part === 'problem' ? ['problem', 'case'] : [part]);

type Arguments<K extends Key> = Texts[K] extends null ? [] : [Texts[K]];

export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const match = LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base);
    if (match) return match;
  }
  return 'en';
}

class Messages {
  language = $state<Language>('pt-BR');
  /** A new bundle for each load, so that every text on screen follows the language. */
  #bundle = $state.raw(new FluentBundle('pt-BR'));
  #parts = new Set<Part>();
  #chosen = false;
  /** The language of the newest load; what is on screen follows when it is there. */
  #wanted: Language | null = null;
  #turn = 0;
  #latest: Promise<void> = Promise.resolve();

  /** Chosen before, else what the browser asks for. */
  #start(): Language {
    const before = kept('acordo.language');
    this.#chosen = LANGUAGES.includes(before as Language);
    return this.#chosen ? (before as Language) : bestLanguage(navigator.languages ?? [navigator.language]);
  }

  /** The signed-in person's language, unless this device was told otherwise. */
  async suggest(language: Language): Promise<void> {
    if (!this.#chosen && language !== this.#wanted) await this.#load(language);
  }

  async choose(language: Language): Promise<void> {
    keep('acordo.language', language);
    this.#chosen = true;
    await this.#load(language);
  }

  /** Loads the parts that a page needs; answers when they are there. */
  async need(...parts: Part[]): Promise<void> {
    const missing = parts.filter((part) => !this.#parts.has(part));
    missing.forEach((part) => this.#parts.add(part));
    const asked = missing.length > 0 ? this.#load(this.#wanted ?? this.#start()) : this.#latest;
    try {
      await asked;
    } catch (fault) {
      // What did not come is asked for anew, and does not stand in the way of what is there.
      missing.forEach((part) => this.#parts.delete(part));
      if (this.#latest === asked) this.#latest = Promise.resolve();
      throw fault;
    }
  }

  #load(language: Language): Promise<void> {
    this.#wanted = language;
    this.#latest = this.#fetch(language, ++this.#turn);
    return this.#latest;
  }

  async #fetch(language: Language, turn: number): Promise<void> {
    const texts = await Promise.all(
      [...this.#parts]
        .flatMap(filesOf)
        .map((file) => sources[`../../../../src/locales/${language}/${file}.ftl`]?.() ?? ''),
    );
    // A newer load knows every part that this one does.
    if (turn !== this.#turn) return this.#latest;
    const bundle = new FluentBundle(language, { useIsolating: false });
    for (const text of texts) bundle.addResource(new FluentResource(text));
    this.#bundle = bundle;
    this.language = language;
    document.documentElement.lang = language;
  }

  /** Where the texts come from: another object whenever they may read otherwise. */
  get source(): object {
    return this.#bundle;
  }

  /** A text that others will read, in their language instead of the page's; empty where it cannot be had now. */
  async textIn(language: Language, part: Part, key: Key): Promise<string> {
    if (language === this.language && this.#parts.has(part)) return this.text(key) ?? '';
    const text = await sources[`../../../../src/locales/${language}/${part}.ftl`]?.().catch(() => null);
    if (!text) return '';
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(text));
    const pattern = bundle.getMessage(key)?.value;
    return pattern ? bundle.formatPattern(pattern, null, []) : '';
  }

  text(key: string, args?: Record<string, Value>): string | null {
    const pattern = this.#bundle.getMessage(key)?.value;
    if (!pattern) return null;
    return this.#bundle.formatPattern(pattern, args ?? null, []);
  }
}

export const messages = new Messages();
export const need = (...parts: Part[]): Promise<void> => messages.need(...parts);

/** What opens on a press, together with its texts. */
export async function withTexts<T>(module: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([module, need('sheets')]);
  return loaded;
}

/** The text of a key in the reader's language. Keys and their variables are checked by the compiler. */
export function t<K extends Key>(key: K, ...args: Arguments<K>): string {
  return messages.text(key, (args[0] ?? undefined) as Record<string, Value> | undefined) ?? key;
}
