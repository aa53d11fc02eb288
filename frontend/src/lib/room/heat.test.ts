import { describe, expect, it } from 'vitest';
import { heated, pauseIsOn, pauseShown, switchPauseOff } from './heat';

const phrases = (text: string, language: string, professional = false) =>
  heated(text, language, professional).map((heat) => text.slice(heat.from, heat.to));

describe('the pause before a heated message', () => {
  it.each([
    ['pt-BR', 'Vocês são uns ladrões, faz 40 dias que estou sem geladeira', 'Vocês são uns ladrões'],
    ['es', 'Ustedes son unos ladrones y no responden', 'Ustedes son unos ladrones'],
    ['en', 'You are all thieves and nobody answers', 'You are all thieves'],
  ])('marks an insult in %s', (language, text, phrase) => {
    expect(phrases(text, language)).toEqual([phrase]);
  });

  it.each([
    ['pt-BR', 'Vocês vão se arrepender disso', 'threat'],
    ['es', 'Me las van a pagar', 'threat'],
    ['en', 'You will regret this', 'threat'],
    ['pt-BR', 'não aguento mais viver assim', 'danger'],
    ['es', 'quiero morir', 'danger'],
    ['en', "I don't want to live anymore", 'danger'],
  ])('knows what kind it is (%s: %s)', (language, text, kind) => {
    expect(heated(text, language)[0]?.kind).toBe(kind);
  });

  it('marks shouting, not a brand or an abbreviation', () => {
    expect(heated('EU QUERO MEU DINHEIRO AGORA', 'pt-BR')[0]?.kind).toBe('shouting');
    expect(heated('A TV da LG não liga, o CPF está certo', 'pt-BR')).toEqual([]);
  });

  it.each([
    ['pt-BR', 'Faz 40 dias que minha família está sem geladeira. Já perdi comida duas vezes.'],
    ['pt-BR', 'Estou com muita raiva e quero resolver.'],
    ['es', 'Hace 40 días que estoy sin heladera y nadie responde.'],
    ['en', 'I am very angry. It has been 40 days without a fridge.'],
  ])('lets anger be (%s: %s)', (language, text) => {
    expect(heated(text, language)).toEqual([]);
  });

  it('hints at evasive phrases to professionals alone', () => {
    const text = 'Prezada cliente, lamentamos o ocorrido. Seu caso está em análise.';
    expect(phrases(text, 'pt-BR')).toEqual([]);
    expect(phrases(text, 'pt-BR', true)).toEqual([
      'Prezada cliente',
      'lamentamos o ocorrido',
      'Seu caso está em análise',
    ]);
    expect(phrases('Sorry for any inconvenience.', 'en', true)).toHaveLength(1);
    expect(phrases('Lamentamos lo ocurrido.', 'es', true)).toHaveLength(1);
  });

  it('keeps its places when letters have accents', () => {
    const text = 'Olá! É ÓBVIO: são ladrões ímpares';
    expect(phrases(text, 'pt-BR')).toEqual(['ladrões']);
  });

  it('may be switched off by the person after it was shown three times', () => {
    localStorage.clear();
    expect([pauseShown(), pauseShown(), pauseShown()]).toEqual([false, false, false]);
    expect(pauseShown()).toBe(true);
    expect(pauseIsOn()).toBe(true);
    switchPauseOff();
    expect(pauseIsOn()).toBe(false);
    localStorage.clear();
  });
});
