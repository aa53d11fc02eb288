import { describe, expect, test } from 'vitest';
import type { CaseView, EntryView, Queue } from '$lib/api/types';
import { above, acts, closings, noteGoesAlong } from './actions';

const QUEUES: Queue[] = ['company_ombudsman', 'company_legal', 'operator_ombudsman', 'operator_legal'];

function view(queue: Queue, allowed: string[], ended: string | null = null): CaseView {
  return { allowed, entries: [{ queue, ended_at: ended } as EntryView] } as unknown as CaseView;
}

describe('actions', () => {
  test('an action is there exactly if its command is allowed', () => {
    expect(acts(view('operator_ombudsman', ['escalation.ask', 'escalation.close', 'message.post']))).toEqual([
      'ask',
      'close',
    ]);
    expect(acts(view('operator_ombudsman', []))).toEqual([]);
    expect(acts(view('company_ombudsman', ['proposal.make', 'escalation.close']))).toEqual(['offer', 'close']);
  });
  test('nobody forwards from the last queue', () => {
    expect(acts(view('operator_legal', ['escalation.forward', 'escalation.note']))).toEqual([]);
    expect(acts(view('company_legal', ['escalation.forward']))).toEqual(['forward']);
  });
  test('a stay that ended offers nothing, nor does a case without one', () => {
    expect(acts(view('operator_legal', ['escalation.ask'], '2026-11-23T12:00:00Z'))).toEqual([]);
    expect(acts({ allowed: ['escalation.ask'], entries: [] } as unknown as CaseView)).toEqual([]);
  });
});

describe('where a case goes', () => {
  test('up, never down, and never to itself', () => {
    const rank = (queue: Queue) => QUEUES.indexOf(queue);
    for (const queue of QUEUES) for (const to of above(queue)) expect(rank(to)).toBeGreaterThan(rank(queue));
    expect(above('operator_legal')).toEqual([]);
  });
  test('a note stays inside one organisation', () => {
    expect(noteGoesAlong('company_ombudsman', 'company_legal')).toBe(true);
    expect(noteGoesAlong('company_ombudsman', 'operator_ombudsman')).toBe(false);
    expect(noteGoesAlong('operator_ombudsman', 'operator_legal')).toBe(true);
  });
  test('a company’s officer has the final answer alone', () => {
    expect(closings('company_ombudsman')).toEqual(['final_answer']);
    expect(closings('company_legal')).toEqual(['final_answer']);
    expect(closings('operator_legal')).toContain('referred_to_court');
  });
});
