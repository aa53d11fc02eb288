import { describe, expect, test } from 'vitest';
import type { CaseView, EntryView, ForwardView, Queue } from '$lib/api/types';
import { acts } from './actions';

function view(queue: Queue, allowed: string[], forwards: ForwardView[] = [], open = true): CaseView {
  return { allowed, entries: [{ queue, forwards, open } as EntryView] } as unknown as CaseView;
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
    const up = [{ queue: 'operator_legal' as const, note: false }];
    expect(acts(view('company_legal', ['escalation.forward'], up))).toEqual(['forward']);
  });
  test('a stay that ended offers nothing, nor does a case without one', () => {
    expect(acts(view('operator_legal', ['escalation.ask'], [], false))).toEqual([]);
    expect(acts({ allowed: ['escalation.ask'], entries: [] } as unknown as CaseView)).toEqual([]);
  });
});
