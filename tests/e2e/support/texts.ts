// The words on the page come from the same Fluent files as the product, so a test names keys, not sentences.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const locales = resolve(dirname(fileURLToPath(import.meta.url)), '../../../src/locales');

export type Language = 'pt-BR' | 'es' | 'en';
export const LANGUAGES: readonly Language[] = ['pt-BR', 'es', 'en'];
export type Values = Record<string, string | number>;

export interface Text {
  (key: string, values?: Values): string;
  /// The text as a pattern for a whole name, with anything in place of the values that are not given.
  like(key: string, values?: Values): RegExp;
  /// The same for the end of a longer name.
  end(key: string, values?: Values): RegExp;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function texts(language: Language): Text {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of readdirSync(join(locales, language))) {
    bundle.addResource(new FluentResource(readFileSync(join(locales, language, file), 'utf8')));
  }
  const format = (key: string, values: Values, faults: Error[]): string => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`no text ${key} in ${language}`);
    return bundle.formatPattern(message.value, values, faults).replace(/\s+/g, ' ');
  };
  const text = (key: string, values: Values = {}): string => {
    const faults: Error[] = [];
    const formatted = format(key, values, faults);
    if (faults.length > 0) throw new Error(`text ${key} in ${language}: ${faults[0]!.message}`);
    return formatted;
  };
  const pattern = (key: string, values: Values = {}): string =>
    format(key, values, [])
      .split(/\{\$\w+\}/)
      .map(escaped)
      .join('.+');
  return Object.assign(text, {
    like: (key: string, values?: Values) => new RegExp(`^${pattern(key, values)}$`),
    end: (key: string, values?: Values) => new RegExp(`${pattern(key, values)}$`),
  });
}

/// Every key there is: none of them may ever be shown on a page in place of its text.
export const KEYS: ReadonlySet<string> = new Set(
  readdirSync(join(locales, 'pt-BR')).flatMap((file) =>
    [...readFileSync(join(locales, 'pt-BR', file), 'utf8').matchAll(/^([a-z][\w-]*) *=/gm)].map(([, key]) => key!),
  ),
);
