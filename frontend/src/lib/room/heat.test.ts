import { describe, expect, it } from 'vitest';
import { wordLists } from '../../workbench/builders/words';
import { heated, pauseIsOn, pauseShown, switchPauseOff } from './heat';

const phrases = (text: string, professional = false) =>
  heated(text, professional, wordLists).map((heat) => text.slice(heat.from, heat.to));

describe('the pause before a heated message', () => {
  it('hints at evasive phrases to professionals alone', () => {
    const text = 'Prezada cliente, lamentamos o ocorrido. Seu caso está em análise.';
    expect(phrases(text)).toEqual([]);
    expect(phrases(text, true)).toEqual(['Prezada cliente', 'lamentamos o ocorrido', 'Seu caso está em análise']);
  });

  it('finds nothing before the lists are there', () => {
    expect(heated('Vocês são uns ladrões')).toEqual([]);
  });

  it('lets what others said stand in quotation marks, but a threat', () => {
    expect(phrases('O vendedor disse "seu idiota" e foi embora.')).toEqual([]);
    expect(phrases('> seu idiota\nIsso me escreveram.')).toEqual([]);
    expect(phrases('"Seu idiota"')).toEqual(['idiota']);
    expect(phrases('Ele escreveu “vou te matar” ontem.')).toEqual(['vou te matar']);
  });

  it('marks once what two phrases share, as the worse of them', () => {
    const text = 'EU VOU TE MATAR SEU IDIOTA';
    expect(heated(text, false, wordLists)).toEqual([{ from: 0, to: text.length, kind: 'danger' }]);
  });

  it('keeps its places when letters have accents', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Olá! É\u00a0 ÓBVIO 😡 que vocês são ladrõesss ímpares'.normalize(form);
      expect(phrases(text).map((phrase) => phrase.normalize())).toEqual(['vocês são ladrõesss']);
    }
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
