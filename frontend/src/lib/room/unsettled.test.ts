import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, DeadlineView, EntryView, WireEvent } from '$lib/api/types';
import { need } from '$lib/messages/index.svelte';
import { items } from './items';
import { missingConsents, officerName, openEntry, releaseState, reviewChannels } from './queue';
import { turnTitle, whyDate } from './turn';
import { places } from './where';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  oneOf?: Schema[];
  allOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
}
const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
};

/** The smallest value that the OpenAPI document allows. */
function sample(schema: Schema): unknown {
  if (schema.$ref) return sample(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.enum) return schema.enum[0];
  const one = schema.oneOf ?? schema.anyOf;
  if (one) return sample(one.find((of) => of.type !== 'null') ?? one[0]!);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((of) => sample(of) as object));
  const type = Array.isArray(schema.type) ? schema.type.find((of) => of !== 'null') : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, sample(of)]));
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return schema.format === 'date' ? '2026-11-21' : '2026-11-21T12:00:00.000Z';
  }
}

const entry = (over: Partial<EntryView> = {}): EntryView => ({
  number: 1,
  queue: 'company_ombudsman',
  organisation: 'o',
  ground: 'impasse',
  state: 'waiting',
  priority: 'normal',
  officer: null,
  since: '2026-11-20T12:00:00.000Z',
  due: '2026-12-04T03:00:00.000Z',
  breached: false,
  waiting_for: null,
  ended_at: null,
  outcome: null,
  handed_over: true,
  yours: false,
  open: true,
  of_company: true,
  forwards: [],
  closings: ['final_answer'],
  ...over,
});

const view = (over: Partial<CaseView> = {}): CaseView =>
  ({
    ...(sample(document.components.schemas.CaseView!) as CaseView),
    company: { id: 'c', name: 'Loja Aurora' },
    consumer_name: 'Marina Sales',
    side: 'consumer',
    zone: 'America/Sao_Paulo',
    phase: 'escalated_ombudsman',
    heads: { procedure: 3, joint: 4, 'review:1': 1 },
    entries: [entry()],
    awaited: null,
    ...over,
  }) as CaseView;

beforeAll(() => {
  localStorage.setItem('acordo.language', 'pt-BR');
  return need('words', 'room', 'sheets');
});

describe('the facts of a case in words', () => {
  const facts = document.components.schemas.Fact!.oneOf!;
  const typeOf = (fact: Schema): string => {
    const parts = fact.allOf ?? [fact];
    return parts.map((part) => part.properties?.type?.enum?.[0]).find(Boolean) as string;
  };
  /** Told by another line, by a card elsewhere, or to nobody. */
  const SILENT = new Set([
    'case_admitted',
    'invitation_delivered',
    'assignment_ended',
    'rules_accepted',
    'party_identified',
    'answer_given',
    'obligation_evidenced',
    'entry_prioritised',
    'feedback_given',
    'message_hidden',
    'evidence_added',
  ]);
  const event = (fact: unknown): WireEvent =>
    ({
      channel: 'procedure',
      seq: 1,
      at: '2026-11-21T12:00:00.000Z',
      seat: 'system',
      by: null,
      event: fact,
      evidence: null,
    }) as unknown as WireEvent;

  const toldOf = (fact: object) => items(view(), [event(fact)]).filter((item) => item.kind !== 'day');

  it('the record of an open case that somebody took along is no news', () => {
    const filed = { type: 'paper_filed', paper: 'procedure', number: 1, data_hash: null, pdf_hash: null };
    expect(toldOf({ ...filed, size: 17 })).toEqual([]);
    expect(toldOf({ ...filed, size: null })).toHaveLength(1);
  });

  it.each(facts.map((fact) => [typeOf(fact), fact] as const))('%s is told or drawn, never raw', (type, schema) => {
    const told = toldOf({ ...(sample(schema) as object), type, ...(type === 'paper_filed' && { size: null }) });
    expect(told.length, type).toBe(SILENT.has(type) ? 0 : 1);
    const item = told[0];
    if (item?.kind === 'line') {
      expect(item.text).not.toMatch(/undefined|\{|room-|_[a-z]/);
      expect(item.text).not.toBe('');
    }
  });

  it('that somebody took the record of the open case along is no news', () => {
    const taken = { type: 'paper_filed', paper: 'procedure', number: 1, pdf_hash: 'h', size: 17 };
    expect(items(view(), [event(taken)])).toEqual([]);
  });

  it('a fact that this page does not know breaks nothing', () => {
    expect(items(view(), [event({ type: 'from_the_future' })])).toEqual([]);
  });
});

describe('where a case is that did not settle', () => {
  it('always says whose team has it', () => {
    expect(places(view())[0]?.lines[0]).toMatch(/própria empresa/);
    const independent = view({ entries: [entry({ queue: 'operator_ombudsman', of_company: false })] });
    expect(places(independent)[0]?.lines[0]).toMatch(/Não pertence à empresa/);
    expect(officerName(independent)).toBe('ouvidoria independente da plataforma');
  });

  it('says who has it in hand, or that it waits for an answer', () => {
    const claimed = entry({ state: 'claimed', officer: { id: 'a', name: 'Ana Lima' } });
    expect(places(view({ entries: [claimed] }))[0]?.lines[1]).toMatch(/Ana Lima/);
    const asked = entry({ ...claimed, state: 'waiting_for_party', waiting_for: 'company' });
    expect(places(view({ entries: [asked] }))[0]?.lines[1]).toMatch(/Loja Aurora/);
  });

  it('is silent while an agreement is signed, and once the stay is over', () => {
    expect(places(view({ phase: 'agreed' }))).toEqual([]);
    expect(openEntry(view({ entries: [entry({ state: 'resolved', open: false })] }))).toBeNull();
  });

  it('tells of a mediation that was sent back, and of a side that must send somebody', () => {
    const remitted = view({ phase: 'mediation', entries: [entry({ state: 'remitted', open: false })] });
    expect(places(remitted).map((place) => place.kind)).toEqual(['remitted']);
    const awaited = view({
      phase: 'mediation',
      entries: [],
      awaited: { side: 'company', until: '2026-11-24T03:00:00.000Z' },
    });
    expect(places(awaited)[0]).toMatchObject({ kind: 'awaited', icon: 'person' });
    expect(places(awaited)[0]?.title).toMatch(/Loja Aurora/);
  });

  it('names the team where it is the officer’s turn', () => {
    const turn = { ...view().turn, who: 'officer', what: 'review', yours: false } as CaseView['turn'];
    expect(turnTitle(view({ turn }))).toBe('O caso está com: ouvidoria da empresa Loja Aurora');
  });

  it('opens the reviews that may be read, the newest last', () => {
    const two = view({ entries: [entry(), entry({ number: 2 })], heads: { 'review:1': 1, 'review:2': 1 } });
    expect(reviewChannels(two)).toEqual(['review:1', 'review:2']);
    expect(reviewChannels(view({ heads: {} }))).toEqual([]);
  });
});

describe('releasing and consenting', () => {
  const release = (allowed: ('consumer' | 'company')[], done = false) => ({ channel: 'joint', seq: 4, allowed, done });
  it('an item of the joint room waits for the other side until both released it', () => {
    expect(releaseState(null, 'consumer')).toBe('open');
    expect(releaseState(release(['consumer']), 'consumer')).toBe('waits');
    expect(releaseState(release(['consumer']), 'company')).toBe('asked');
    expect(releaseState(release(['consumer', 'company'], true), 'company')).toBe('done');
  });

  it('says whose consent is missing', () => {
    const given = view({ consents: [{ side: 'company', scope: 'joint_export' }] });
    expect(missingConsents(given, 'joint_export')).toEqual(['consumer']);
    expect(missingConsents(given, 'former_caucus')).toEqual(['consumer', 'company']);
  });
});

describe('why a date', () => {
  const rules = document.components.schemas.DeadlineRule!.enum as DeadlineView['rule'][];
  it.each(rules)('%s has its reason, with its length where the rule has one', (rule) => {
    const deadline: DeadlineView = {
      rule,
      due: '2026-12-04T03:00:00.000Z',
      started: '2026-11-20T12:00:00.000Z',
      owner: 'officer',
      number: 2,
      paused: false,
      length: { value: 10, unit: 'working_days' },
    };
    const why = whyDate(deadline);
    expect(why).not.toMatch(/undefined|\{|room-why/);
    const fixed = [
      'proposal_validity',
      'signatures',
      'obligation',
      'confirmation',
      'reflection',
      'question',
      'mediator_missing',
      'entry_overdue',
    ];
    if (!fixed.includes(rule)) expect(why).toMatch(/10 dias úteis/);
  });
});
