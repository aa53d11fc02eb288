// The clause library of Brazil as the server gives it, out of the pack itself.
import type { ChosenClause, ClauseItem, ClauseKind, ClauseLibrary, ClauseUnit, Language } from '$lib/api/types';
import pack from '../../../../src/domain/law/packs/br-1.json';

type Words = Record<Language, string>;
interface InPack {
  id: string;
  kind: string;
  figure?: { unit: string; least: number; greatest: number; usual: number; sources: string[] };
  excludes?: string[];
  sources: string[];
  label: Words;
  plain: Words;
  wording: Words;
  caution?: Words;
}

export const clauseLibrary = (language: Language): ClauseLibrary => ({
  law: 'br/1',
  language,
  clauses: (pack.clauses as InPack[]).map((clause): ClauseItem => ({
    clause: clause.id,
    kind: clause.kind as ClauseKind,
    label: clause.label[language],
    plain: clause.plain[language],
    wording: clause.wording[language],
    figure: clause.figure ? { ...clause.figure, unit: clause.figure.unit as ClauseUnit } : null,
    excludes: clause.excludes ?? [],
    caution: clause.caution?.[language] ?? null,
    sources: clause.sources,
  })),
});

export const chosen = (): ChosenClause[] => [
  { clause: 'release_at_signature' },
  { clause: 'late_penalty', value: 200 },
  { clause: 'forum_consumer' },
];
