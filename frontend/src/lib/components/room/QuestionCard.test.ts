import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import type { Room } from '$lib/live/room.svelte';
import { need, t } from '$lib/messages/index.svelte';
import QuestionCard from './QuestionCard.svelte';

beforeAll(async () => {
  localStorage.setItem('acordo.language', 'en');
  await Promise.all([need('words', 'room', 'sheets', 'case'), import('$lib/room/judge')]);
});
afterEach(cleanup);

function asked() {
  const send = vi.fn().mockResolvedValue({ ok: true, at: {} });
  const room = {
    id: 'case',
    case: { side: 'consumer', question: { channel: 'review:1', seq: 4 } },
    allows: () => true,
    draft: () => '',
    keepDraft: vi.fn(),
    send,
  } as unknown as Room;
  const fact = { type: 'question_asked', side: 'consumer', question: 'When?', due: '2026-11-24T02:59:59Z' } as const;
  const { container } = render(QuestionCard, { room, channel: 'review:1', seq: 4, fact, who: 'Olga' });
  const choose = (...files: File[]) =>
    fireEvent.change(container.querySelector('input[type=file]')!, { target: { files } });
  const answer = async (text: string) => {
    await fireEvent.input(screen.getByLabelText(t('room-question-answer')), { target: { value: text } });
    await fireEvent.click(screen.getByRole('button', { name: t('room-question-send') }));
  };
  return { send, choose, answer };
}
const up = (id: string) => Promise.resolve({ ok: true as const, value: { evidence: { id } as never, seq: 1 } });

test('an answer names the files that went up with it, without one taken out', async () => {
  const upload = vi.spyOn(api, 'upload').mockImplementation((_, __, ___, name) => up(`id of ${name}`));
  const { send, choose, answer } = asked();
  await choose(new File(['1'], 'receipt.pdf'), new File(['2'], 'wrong.pdf'));
  await fireEvent.click(await screen.findByRole('button', { name: t('room-attach-remove', { name: 'wrong.pdf' }) }));
  await answer('On Monday.');
  await waitFor(() =>
    expect(send).toHaveBeenCalledWith({
      type: 'escalation.answer',
      text: 'On Monday.',
      evidence: ['id of receipt.pdf'],
    }),
  );
  expect(upload.mock.calls.map(([, channel]) => channel)).toEqual(['review:1']);
  await waitFor(() => expect(screen.queryByText(/receipt\.pdf/)).toBeNull());
});

test('a file that does not go up keeps the answer here, and says why', async () => {
  const problem = { type: '', title: '', status: 413, code: 'evidence_too_large', detail: 'Too large.' };
  vi.spyOn(api, 'upload').mockResolvedValue({ ok: false, problem });
  const { send, choose, answer } = asked();
  await choose(new File(['1'], 'film.mp4'));
  await answer('See the film.');
  expect((await screen.findByRole('alert')).textContent).toContain(
    t('room-attach-failed', { name: 'film.mp4', reason: '' }).trim(),
  );
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLTextAreaElement>(t('room-question-answer')).value).toBe('See the film.');
});
