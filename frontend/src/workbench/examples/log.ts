import { t } from '$lib/messages/index.svelte';
import { Attachments } from '$lib/room/attach.svelte';
import { heated } from '$lib/room/heat';
import { items, type Item } from '$lib/room/items';
import AttachButton from '$lib/components/room/AttachButton.svelte';
import AttachedFiles from '$lib/components/room/AttachedFiles.svelte';
import Bubble from '$lib/components/room/Bubble.svelte';
import ChannelHeader from '$lib/components/room/ChannelHeader.svelte';
import Composer from '$lib/components/room/Composer.svelte';
import FileLink from '$lib/components/room/FileLink.svelte';
import HideSheet from '$lib/components/room/HideSheet.svelte';
import FileProgress from '$lib/components/room/FileProgress.svelte';
import LeakNotice from '$lib/components/room/LeakNotice.svelte';
import MessageLog from '$lib/components/room/MessageLog.svelte';
import KeptAt from '$lib/components/room/KeptAt.svelte';
import OutgoingBubble from '$lib/components/room/OutgoingBubble.svelte';
import type { Outgoing } from '$lib/live/log.svelte';
import PauseSheet from '$lib/components/room/PauseSheet.svelte';
import RoomTabs from '$lib/components/room/RoomTabs.svelte';
import {
  better,
  companysView,
  days,
  evidence,
  mediation,
  mediatorsView,
  officersView,
  problem,
  view,
} from '../builders/case';
import { events, room, said } from '../builders/room';
import { example } from '../example';
import { answering, conversation } from '../builders/scenes';
import { wordLists } from '../builders/words';

const nothing = () => undefined;
const both = { density: 'both' } as const;
const dense = { density: 'dense' } as const;
const talk = (seat: 'consumer' | 'company' | 'mediator', text: string): Extract<Item, { kind: 'message' }> => {
  const found = items(view(), events('joint', said(seat, text))).find((item) => item.kind === 'message');
  if (found?.kind !== 'message') throw new Error('A message makes a message.');
  return found;
};
const withFiles = (count = 2) => {
  const held = new Attachments();
  const photos = Array.from({ length: count - 1 }, (_, at) => new File(['22'], `foto-da-porta-${at + 1}.jpg`));
  void held.add([new File(['1'], 'nota-fiscal.pdf'), ...photos]);
  return held;
};
function outgoing(state: Outgoing['state'], files: string[] = [], more: Partial<Outgoing> = {}) {
  const own = room(view());
  void own.send({ type: 'message.post', channel: 'joint', text: 'Pode ser na quinta?' });
  const out = own.log('joint').outgoing[0]!;
  Object.assign(out, more, { state, files: files.map((name) => ({ id: name, file: new File(['x'], name) })) });
  if (state === 'refused') out.problem = problem({ code: 'floor_paused' });
  return { room: own, out, onedit: nothing };
}

export default [
  example(
    'room/AttachButton',
    AttachButton,
    {
      'icon alone': () => ({ label: t('room-attach-joint'), onpick: nothing }),
      'in words': () => ({ label: t('room-question-attach'), words: true, onpick: nothing }),
      'not now': () => ({ label: t('room-question-attach'), words: true, disabled: true, onpick: nothing }),
    },
    both,
  ),
  example(
    'room/AttachedFiles',
    AttachedFiles,
    {
      none: () => ({ held: new Attachments() }),
      'two files': () => ({ held: withFiles() }),
      'a dozen': () => ({ held: withFiles(12) }),
    },
    both,
  ),
  example('room/FileProgress', FileProgress, { 'on its way': () => ({ name: 'geladeira.jpg', share: 0.42 }) }, both),
  example(
    'room/Bubble',
    Bubble,
    {
      "the other's": () => ({
        room: room(view()),
        item: talk('company', 'Bom dia, Marina.'),
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'own, delivered': () => ({
        room: room(view()),
        item: talk('consumer', 'Prefiro o dinheiro.'),
        kind: 'joint' as const,
        isNew: false,
        last: true,
        read: false,
      }),
      'own, seen': () => ({
        room: room(view()),
        item: talk('consumer', 'Prefiro o dinheiro.'),
        kind: 'joint' as const,
        isNew: false,
        last: true,
        read: true,
      }),
      "the mediator's, new": () => ({
        room: room(mediation()),
        item: talk('mediator', 'Vamos por partes.'),
        kind: 'joint' as const,
        isNew: true,
        last: false,
        read: false,
      }),
      'hidden for an insult': () => ({
        room: room(view()),
        item: { ...talk('company', '…'), hidden: 'insult' as const },
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'may be hidden': () => ({
        room: room(mediatorsView({ allowed: ['message.hide'] })),
        item: talk('company', 'Isto é ridículo.'),
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
      'an apology with a file': () => ({
        room: room(view()),
        item: { ...talk('company', 'Desculpe o transtorno.'), apology: true, files: [evidence()] },
        kind: 'joint' as const,
        isNew: false,
        last: false,
        read: false,
      }),
    },
    { ...both, inside: 'ul' },
  ),
  example(
    'room/ChannelHeader',
    ChannelHeader,
    {
      joint: () => ({ view: mediation(), channel: 'joint' }),
      'private, consumer': () => ({ view: mediation(), channel: 'caucus:consumer' }),
      'private, company': () => ({ view: mediatorsView(), channel: 'caucus:company' }),
      "the company's own": () => ({ view: companysView(), channel: 'internal:company' }),
      "the mediator's own": () => ({ view: mediatorsView(), channel: 'notes:mediator' }),
      review: () => ({ view: officersView(), channel: 'review:1' }),
    },
    both,
  ),
  example(
    'room/Composer',
    Composer,
    {
      joint: () => ({ room: room(view({ allowed: ['message.post'] })), channel: 'joint' }),
      private: () => ({ room: room(mediation({ allowed: ['message.post'] })), channel: 'caucus:consumer' }),
      'private, company': () => ({
        room: room(mediatorsView({ allowed: ['message.post'] })),
        channel: 'caucus:company',
      }),
      'own notes': () => ({ room: room(mediatorsView({ allowed: ['note.put'] })), channel: 'notes:mediator' }),
      paused: () => ({
        room: room(mediation({ floor_paused: true, writable: ['caucus:consumer'] })),
        channel: 'joint',
      }),
      closed: () => ({ room: room(view({ phase: 'closed_fulfilled', writable: [] })), channel: 'joint' }),
    },
    both,
  ),
  example(
    'room/FileLink',
    FileLink,
    {
      plain: () => ({ room: room(view()), file: evidence() }),
      'may be shared': () => ({
        room: room(mediation({ allowed: ['message.post'] })),
        file: evidence(),
        mayShare: true,
      }),
      'its owner may let it be passed on': () => ({
        room: room(mediation({ allowed: ['evidence.allow_sharing'] })),
        file: evidence(),
        owned: 'joint',
      }),
    },
    both,
  ),
  example(
    'room/HideSheet',
    HideSheet,
    {
      plain: () => ({
        room: room(mediatorsView({ allowed: ['message.hide'] })),
        event: talk('company', 'Isto é ridículo.').event,
        onclose: nothing,
      }),
    },
    both,
  ),
  example(
    'room/LeakNotice',
    LeakNotice,
    {
      words: () => ({
        view: mediatorsView(),
        id: 'leak',
        leak: { from: 0, to: 20, kind: 'words', side: 'consumer', seq: 2 } as const,
        onremove: nothing,
        onask: nothing,
      }),
      'an amount, cannot be asked': () => ({
        view: mediatorsView(),
        id: 'leak',
        leak: { from: 0, to: 8, kind: 'amount', side: 'company', seq: 2 } as const,
        onremove: nothing,
        onask: null,
      }),
    },
    dense,
  ),
  example(
    'room/MessageLog',
    MessageLog,
    {
      'a conversation': () => ({ room: room(view(), { events: conversation() }), channel: 'joint' }),
      'with an offer to answer': () => ({
        room: room(answering(), {
          events: [
            ...conversation(),
            ...events('joint', ...Array.from({ length: 5 }, () => said('company', '…')), [
              'company',
              {
                type: 'proposal_made',
                author: 'company',
                number: 2,
                terms: better().terms,
                terms_hash: better().terms_hash,
                valid_until: days(4),
              },
            ]).slice(5),
          ],
        }),
        channel: 'joint',
      }),
      empty: () => ({ room: room(view({ heads: { joint: 0 } })), channel: 'joint' }),
      'private, consumer': () => ({
        room: room(mediation(), {
          events: events(
            'caucus:consumer',
            said('mediator', 'O que é mais importante para você?'),
            said('consumer', 'Não esperar mais.'),
          ),
        }),
        channel: 'caucus:consumer',
      }),
      erased: () => ({
        room: room(view(), { events: events('joint', ['consumer', null], said('company', 'Recebemos o pedido.')) }),
        channel: 'joint',
      }),
    },
    both,
  ),
  example('room/KeptAt', KeptAt, { today: () => ({ at: days(-0.1) }), before: () => ({ at: days(-40) }) }, both),
  example(
    'room/OutgoingBubble',
    OutgoingBubble,
    {
      kept: () => outgoing('kept'),
      'kept, with files': () => outgoing('kept', ['geladeira.jpg', 'nota-fiscal.pdf']),
      'kept by this page alone': () => outgoing('kept', [], { loose: true }),
      'a file under way': () => outgoing('sending', ['geladeira.jpg'], { file: 'geladeira.jpg', share: 0.42 }),
      'a file refused': () => outgoing('refused', ['geladeira.jpg'], { file: 'geladeira.jpg' }),
      leaving: () => outgoing('leaving'),
      sending: () => outgoing('sending'),
      held: () => outgoing('held'),
      refused: () => outgoing('refused'),
    },
    { ...both, inside: 'ul' },
  ),
  example(
    'room/PauseSheet',
    PauseSheet,
    {
      'an insult': () => ({
        text: 'Vocês são ladrões e eu quero o meu dinheiro.',
        found: heated('Vocês são ladrões e eu quero o meu dinheiro.', true, wordLists),
        reader: 'Bruna',
        onreview: nothing,
        onmediator: nothing,
        onanyway: nothing,
      }),
      '"calm down"': () => ({
        text: 'A senhora precisa se acalmar. O técnico vai na quinta.',
        found: heated('A senhora precisa se acalmar. O técnico vai na quinta.', true, wordLists),
        reader: 'Marina',
        onreview: nothing,
        onmediator: nothing,
        onanyway: nothing,
      }),
      'without a mediator': () => ({
        text: 'Vocês são ladrões.',
        found: heated('Vocês são ladrões.', false, wordLists),
        reader: null,
        onreview: nothing,
        onmediator: null,
        onanyway: nothing,
      }),
    },
    both,
  ),
  example(
    'room/RoomTabs',
    RoomTabs,
    {
      'joint is open': () => ({
        room: room(mediation(), { events: conversation() }),
        channels: ['joint', 'caucus:consumer'],
        channel: 'joint',
        panel: 'panel',
        onchoose: nothing,
      }),
      'private is open': () => ({
        room: room(mediation(), { events: conversation() }),
        channels: ['joint', 'caucus:consumer'],
        channel: 'caucus:consumer',
        panel: 'panel',
        onchoose: nothing,
      }),
      'at a desk': () => ({
        room: room(companysView()),
        channels: ['joint', 'internal:company'],
        channel: 'joint',
        panel: 'panel',
        onchoose: nothing,
      }),
    },
    both,
  ),
];
