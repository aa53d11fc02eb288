import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { messages, need } from './index.svelte';
import type { Key } from './keys';

const SECTIONS = ['voluntary', 'confidential', 'impartial', 'good-faith', 'online', 'rights'] as const;
type Section = { text: string; title?: string };
type Document = { languages: Record<string, { sections: Section[]; title: string }> };
const accepted = (name: string): Document =>
  JSON.parse(readFileSync(`../src/domain/accepted/${name}.json`, 'utf8')) as Document;

beforeAll(() => need('page', 'sheets'));

/** What the page shows beside the checkbox is the text that the record says was accepted. */
test.each(['pt-BR', 'es', 'en'] as const)(
  'the texts that are accepted stand on the page word for word: %s',
  async (language) => {
    const say = (part: 'page' | 'sheets', key: string) => messages.textIn(language, part, key as Key);
    const rules: Section[] = [];
    for (const section of SECTIONS) {
      const words = section === 'online' ? 'rules-online-text' : `rules-${section}`;
      rules.push({ text: await say('page', words), title: await say('page', `rules-${section}-title`) });
    }
    expect(rules).toEqual(accepted('rules-1').languages[language]?.sections);
    const ground: Section[] = [];
    for (const line of [1, 2, 3, 4, 5]) ground.push({ text: await say('sheets', `ground-rules-${line}`) });
    expect(ground).toEqual(accepted('ground_rules-1').languages[language]?.sections);
  },
);
