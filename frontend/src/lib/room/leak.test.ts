import { describe, expect, it } from 'vitest';
import { figureValue, Secrets, without, type PrivateText } from './leak';

function leaks(
  draft: string,
  hidden: readonly PrivateText[],
  open: readonly string[],
  amounts: readonly number[] = [],
) {
  const secrets = new Secrets();
  hidden.forEach((secret) => secrets.hide(secret));
  open.forEach((text) => secrets.open(text));
  secrets.open('', amounts);
  return secrets.leaks(draft);
}

const marina: PrivateText = {
  side: 'consumer',
  seq: 4,
  text: 'A rapidez. Se pagarem em 2 dias eu aceito até R$ 1.250, mas não conte isso para eles ainda.',
};
const bruna: PrivateText = { side: 'company', seq: 7, text: 'Consigo chegar a 1300 reais, prefiro não abrir.' };

describe('the leak guard', () => {
  it('marks eight consecutive words of a private message, whatever their case, accents and punctuation', () => {
    expect(leaks('Ela disse: se pagarem, em 2 dias EU aceito ate o valor', [marina], [])).toHaveLength(1);
    const draft = 'Resumo: SE PAGAREM em 2 dias eu aceito até 1.250 reais';
    const [leak] = leaks(draft, [marina], []);
    expect(leak).toMatchObject({ kind: 'words', side: 'consumer', seq: 4 });
    expect(draft.slice(leak!.from, leak!.to)).toContain('PAGAREM em 2 dias eu aceito até 1.250');
  });

  it('lets seven words pass', () => {
    expect(leaks('Ela disse: mas não conte isso para eles ainda', [marina], [])).toEqual([]);
  });

  it.each(['R$ 1.250', '1250', '1.250,00', '1,250.00', 'R$1250', '1,25 mil'])(
    'marks the amount written as %s',
    (amount) => {
      const draft = `Vocês conseguem ${amount} até sexta?`;
      const [leak] = leaks(draft, [marina], []);
      expect(leak).toMatchObject({ kind: 'amount', side: 'consumer' });
    },
  );

  it('marks a bare figure of three digits or more, but no day count and no year', () => {
    const secret: PrivateText = { side: 'company', seq: 1, text: 'Em 2 dias, no máximo 1300, desde 2024.' };
    expect(leaks('Fechamos em 1.300?', [secret], [])).toHaveLength(1);
    expect(leaks('Fechamos em 2 dias em 2024?', [secret], [])).toEqual([]);
  });

  it('says nothing about what was already said in the open', () => {
    expect(leaks('Ficou em R$ 1.250?', [marina], ['Proponho R$ 1.250 e a coleta'])).toEqual([]);
    expect(leaks('Ficou em R$ 1.250?', [marina], [], [125_000])).toEqual([]);
    expect(leaks(marina.text, [marina], [marina.text])).toEqual([]);
  });

  it('names the side whose words they are', () => {
    const found = leaks('Entre 1.250 e 1.300 há espaço', [marina, bruna], []);
    expect(found.map((leak) => leak.side)).toEqual(['consumer', 'company']);
  });

  it('takes amounts from the terms of an idea', () => {
    expect(leaks('Que tal R$ 990?', [{ side: 'consumer', seq: 9, text: '', amounts: [99_000] }], [])).toHaveLength(1);
  });

  it('takes the marked words out and leaves a clean sentence', () => {
    const draft = 'Bruna, R$ 1.250 resolve. Pode ser?';
    expect(without(draft, leaks(draft, [marina], []))).toBe('Bruna, resolve. Pode ser?');
    const whole = 'Bruna, R$ 1.250. Pode ser?';
    expect(without(whole, leaks(whole, [marina], []))).toBe('Bruna. Pode ser?');
  });

  it('reads figures in both ways of writing them', () => {
    expect(figureValue('1.250')).toBe(125_000);
    expect(figureValue('1,250.50')).toBe(125_050);
    expect(figureValue('1250,5')).toBe(125_050);
    expect(figureValue('12a')).toBeNull();
  });

  it('is quick on a long room', () => {
    const many = Array.from({ length: 500 }, (_, seq) => ({
      side: 'consumer' as const,
      seq,
      text: `${marina.text} ${seq}`,
    }));
    expect(leaks('Bom dia a todos, vamos começar pelo que falta combinar hoje?', many, [])).toEqual([]);
  });
});
