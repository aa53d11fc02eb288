import { beforeEach, describe, expect, test, vi } from 'vitest';

type Loaded = typeof import('./index.svelte') & typeof import('./format');

/** A page of its own: nothing loaded yet, with what this device was told before. */
async function fresh(language: string | null): Promise<Loaded> {
  vi.resetModules();
  localStorage.clear();
  if (language) localStorage.setItem('acordo.language', language);
  return { ...(await import('./index.svelte')), ...(await import('./format')) };
}

describe('loading', () => {
  test('parts asked for at the same time all come in the chosen language', async () => {
    const { need, t, messages } = await fresh('es');
    await Promise.all([need('words', 'page'), need('case'), need('room')]);
    expect(messages.language).toBe('es');
    expect(t('phase-intake')).toBe('Ingreso');
    expect(messages.text('problem-wrong_phase')).toBeTruthy();
    expect(document.documentElement.lang).toBe('es');
  });

  test('a text for others comes in their language and leaves the page in its own', async () => {
    const { need, t, messages } = await fresh('es');
    await need('words', 'desk');
    expect(await messages.textIn('en', 'desk', 'desk-accept-nothing')).toBe('Nothing to disclose');
    expect(await messages.textIn('es', 'desk', 'desk-accept-nothing')).toBe(t('desk-accept-nothing'));
    expect(messages.language).toBe('es');
  });

  test('the account suggests a language only where the device has no choice of its own', async () => {
    const chosen = await fresh('en');
    await chosen.need('words');
    await chosen.messages.suggest('es');
    expect(chosen.messages.language).toBe('en');
    const open = await fresh(null);
    await open.need('words');
    await open.messages.suggest('es');
    expect(open.messages.language).toBe('es');
  });

  test('a language nobody speaks here falls back to English, a variant to its language', async () => {
    const { bestLanguage } = await fresh(null);
    expect(bestLanguage(['fr-FR', 'es-MX'])).toBe('es');
    expect(bestLanguage(['pt-PT'])).toBe('pt-BR');
    expect(bestLanguage(['ja'])).toBe('en');
  });
});

describe('numbers', () => {
  let page: Loaded;
  beforeEach(async () => {
    page = await fresh('pt-BR');
    await page.need('words');
  });

  test('amounts are read as people write them', () => {
    const { readAmount } = page;
    for (const [text, amount] of [
      ['1.280,50', 128050],
      ['1280,5', 128050],
      ['R$ 1,280.50', 128050],
      ['1.280', 128000],
      ['0,99', 99],
    ] as const) {
      expect(readAmount(text, 'BRL')).toBe(amount);
    }
    expect(readAmount('1.280', 'CLP')).toBe(1280);
    for (const text of ['', 'abc', '-5', '1,999999', '1.2.3,456']) expect(readAmount(text, 'BRL')).toBeNull();
  });

  test('money drops its zeros and keeps its cents', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(page.money({ amount: 120000, currency: 'BRL' }))).toBe('R$ 1.200');
    expect(plain(page.money({ amount: 12990, currency: 'BRL' }))).toBe('R$ 129,90');
  });
});
