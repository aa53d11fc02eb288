// The lists of phrases as they come with the server.
import en from '../../../../src/words/en.txt?raw';
import es from '../../../../src/words/es.txt?raw';
import ptBR from '../../../../src/words/pt-BR.txt?raw';
import type { Language } from '$lib/api/types';
import { readWords } from '$lib/room/words';

export const WORDS: Record<Language, string> = { 'pt-BR': ptBR, es, en };
export const wordLists = Object.values(WORDS).map(readWords);
