// The words on the page come from the same Fluent files as the product, so a test names keys, not sentences.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const locales = resolve(dirname(fileURLToPath(import.meta.url)), '../../../src/locales');

export function texts(language: 'pt-BR' | 'es' | 'en') {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of readdirSync(join(locales, language))) {
    bundle.addResource(new FluentResource(readFileSync(join(locales, language, file), 'utf8')));
  }
  return (key: string, values: Record<string, string | number> = {}): string => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`no text ${key} in ${language}`);
    return bundle.formatPattern(message.value, values);
  };
}
