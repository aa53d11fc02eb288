import { describe, expect, test } from 'vitest';
import { ME, enter, latest, message, post, queue, room, settle, view } from './room.harness';

describe('drafts and reading', () => {
  test('each channel keeps a draft of its own', () => {
    const made = room();
    made.keepDraft('joint', 'for everyone');
    made.keepDraft('caucus:consumer', 'only for the mediator');
    expect(made.draft('joint')).toBe('for everyone');
    expect(made.draft('caucus:consumer')).toBe('only for the mediator');
    made.keepDraft('joint', '');
    expect(made.draft('joint')).toBe('');
    expect(made.draft('caucus:consumer')).toBe('only for the mediator');
  });

  test('forgetting the device leaves no draft and no message of this case', async () => {
    const made = room();
    await enter(made);
    latest().drop();
    made.keepDraft('joint', 'half a sentence');
    void made.send(post('kept'));
    await settle();
    await made.forgetDevice();
    expect(made.draft('joint')).toBe('');
    expect(queue.kept.size).toBe(0);
  });

  test("unread counts others' words after the last one seen", async () => {
    const made = room();
    await enter(made, { joint: 3 });
    latest().say(message(1));
    latest().say(message(2, ME));
    latest().say(message(3));
    expect(made.unread('joint')).toBe(2);
    made.see('joint');
    expect(made.unread('joint')).toBe(0);
    expect(latest().frames('seen')).toEqual([{ t: 'seen', channel: 'joint', seq: 3 }]);
  });

  test('what was read on another device is read here, and who had read is known after reopening', async () => {
    const made = room();
    await made.open();
    latest().accept();
    for (const seq of [1, 2, 3]) latest().say(message(seq));
    expect(made.unread('joint'), 'nothing is called new before the room has said what was read').toBe(0);
    const you = { ...ME, seat: 'consumer' as const };
    const marks = { joint: { yours: 1, seats: { company: 2 } } };
    latest().say({ t: 'welcome', you, case: view(), heads: { joint: 3 }, marks });
    expect(made.unread('joint')).toBe(2);
    expect(made.log('joint').seenBy).toEqual({ company: 2 });
    latest().say({ t: 'seen', channel: 'joint', seat: 'consumer', seq: 2 });
    expect(made.unread('joint')).toBe(1);
    latest().say({ t: 'seen', channel: 'joint', seat: 'company', seq: 3 });
    expect(made.unread('joint')).toBe(1);
    expect(made.log('joint').seenBy).toEqual({ company: 3 });
  });
});
