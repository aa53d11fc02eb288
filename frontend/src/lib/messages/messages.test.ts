import { beforeEach, describe, expect, test, vi } from 'vitest';

type Loaded = typeof import('./index.svelte') & typeof import('./format');

/** A page on its own, with nothing loaded yet and the language that this device was told earlier. */
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

  test('amounts are read as people write them, in the form of their language alone', async () => {
    const { readAmount } = page;
    for (const [text, amount] of [
      ['1.280,50', 128050],
      ['1280,5', 128050],
      ['R$ 1 280,50', 128050],
      ['1.280', 128000],
      ['0,99', 99],
      ['1.234.567,8', 123456780],
      ['1280 BRL', 128000],
      ['r$ 50', 5000],
      ['50 brl', 5000],
    ] as const) {
      expect(readAmount(text, 'BRL'), text).toBe(amount);
    }
    expect(readAmount('1.280', 'CLP')).toBe(1280);
    // Text that is no plain amount, or is another amount in another language, is refused, never guessed.
    const odd = ['1.280 ou 1.300', '1.280-1.300', '2 mil', '2x 640', 'até 500', '12.80.00', '1.280.50', '1280 1300'];
    const elsewhere = ['1,280', '12,345', '1,280.50', '1280.50', '12.5', '1.28', '1,2,3', '1.280 500', "1'280"];
    for (const text of [
      '',
      'abc',
      '-5',
      '1,999999',
      '1.2.3,456',
      '12,3456',
      '50%',
      '1280,',
      ',5',
      ...odd,
      ...elsewhere,
    ])
      expect(readAmount(text, 'BRL'), text).toBeNull();
    expect(readAmount('1.280,5', 'CLP')).toBeNull();
    // The sign of another currency, and more than a record can hold.
    for (const text of ['€ 1.280', 'US$ 1.280', 'USD 1.280', '1.280 EUR', '10.000.000.000,01'])
      expect(readAmount(text, 'BRL'), text).toBeNull();
    expect(readAmount('10.000.000.000,00', 'BRL')).toBe(1e12);
    expect(readAmount('US$ 1.280', 'USD')).toBe(128000);
    expect(page.moneyInWords({ amount: 128050, currency: 'BRL' })).toBe('1.280,50 reais brasileiros');
    await page.need('frame');
    expect(page.amountFault('BRL')).toContain('1.280,50');
    expect(page.amountFault('CLP')).toContain('128.050');
  });

  test.each([
    ['en', '1,280.50', ['1.280,50', '1280,50', '1.280', '12,5']],
    ['es', '1.280,50', ['1,280.50', '1280.50', '1,280', '12.5']],
  ] as const)('and refused in the form of another: %s', async (language, own, others) => {
    const there = await fresh(language);
    await there.need('frame');
    expect(there.readAmount(own, 'USD')).toBe(128050);
    for (const text of others) expect(there.readAmount(text, 'USD'), text).toBeNull();
    // What the page fills a field with is read back as the same amount.
    for (const amount of [99, 128000, 128050, 123456780])
      expect(there.readAmount(there.amountText(amount, 'USD'), 'USD')).toBe(amount);
  });

  test('money in Spanish stands as on the papers', async () => {
    const there = await fresh('es');
    expect(there.money({ amount: 128_050, currency: 'BRL' })).toBe('R$\u00a01.280,50');
    expect(there.money({ amount: 48_000, currency: 'USD' })).toBe('US$\u00a0480');
    expect(there.money({ amount: 1280, currency: 'CLP' })).toBe('CLP\u00a01.280');
  });

  test('money drops its zeros and keeps its cents', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(page.money({ amount: 120000, currency: 'BRL' }))).toBe('R$ 1.200');
    expect(plain(page.money({ amount: 12990, currency: 'BRL' }))).toBe('R$ 129,90');
  });
});
