/** Who reads what is written in a room: in words, for the band, the input and the send button. */
import type { CaseView } from '$lib/api/types';
import type { IconName } from '$lib/icons';
import { t } from '$lib/messages/index.svelte';
import { names, type RoomKind } from './channel';
import { listed, listenerNames } from './people';
import { officerName } from './queue';

export interface Audience {
  kind: RoomKind;
  icons: IconName[];
  /** Title and readers of the band. */
  title: string;
  readers: string;
  /** At the input. */
  to: string;
  placeholder: string;
  send: string;
  /** The folded input. */
  open: string;
  attach: string;
}

export function audience(view: CaseView, kind: RoomKind): Audience {
  const { consumer, company, rep, mediator } = names(view);
  const theMediator = mediator ?? t('mediator-unnamed');
  const others = listenerNames(view, 'joint');
  switch (kind) {
    case 'joint':
      return {
        kind,
        icons: ['people'],
        title: t('room-band-joint'),
        readers:
          others.length > 0 ? t('room-band-joint-readers', { names: others.join(', ') }) : t('room-band-joint-alone'),
        to: others.length > 0 ? t('room-to-joint', { names: listed(others) }) : t('room-to-joint-alone'),
        placeholder: t('room-write-joint'),
        send: t('room-send-joint'),
        open: t('room-open-joint'),
        attach: t('room-attach-joint'),
      };
    case 'review':
      // Nobody writes here but the officer's questions and the answers, which have a form of their own.
      return {
        kind,
        icons: ['scales'],
        title: t('room-band-review', { queue: officerName(view) }),
        readers: t('room-band-review-readers'),
        to: t('room-band-review-readers'),
        placeholder: '',
        send: '',
        open: '',
        attach: '',
      };
    case 'internal':
      return {
        kind,
        icons: ['lock', 'pencil'],
        title: t('room-band-internal'),
        readers: t('room-band-internal-readers', { company }),
        to: t('room-to-team', { company, consumer }),
        placeholder: t('room-write-note'),
        send: t('room-send-note'),
        open: t('room-write-note'),
        attach: t('room-attach-note'),
      };
    case 'notes':
      return {
        kind,
        icons: ['lock', 'pencil'],
        title: t('room-band-notes'),
        readers: t('room-band-notes-readers'),
        to: t('room-to-self'),
        placeholder: t('room-write-note'),
        send: t('room-send-note'),
        open: t('room-write-note'),
        attach: t('room-attach-note'),
      };
    default:
      return caucus(view, kind, { consumer, company, rep, mediator: theMediator });
  }
}

function caucus(
  view: CaseView,
  kind: 'consumer' | 'company',
  people: { consumer: string; company: string; rep: string | null; mediator: string },
): Audience {
  const { consumer, company, rep, mediator } = people;
  const icons: IconName[] = ['lock', kind === 'consumer' ? 'person' : 'building'];
  const inside = view.side === kind;
  // A side writes to the mediator; the mediator writes to that side's person.
  const name = inside ? mediator : kind === 'consumer' ? consumer : (rep ?? company);
  const to = inside
    ? kind === 'consumer'
      ? t('room-to-mediator-from-consumer', { mediator })
      : t('room-to-mediator-from-company', { mediator, consumer })
    : kind === 'consumer'
      ? t('room-to-consumer', { name })
      : t('room-to-company', { name, consumer });
  return {
    kind,
    icons,
    title: inside ? t('room-band-private') : t('room-band-of', { name: kind === 'consumer' ? consumer : company }),
    readers: inside
      ? kind === 'consumer'
        ? t('room-band-private-consumer', { mediator, company })
        : t('room-band-private-company', { mediator, consumer })
      : kind === 'consumer'
        ? t('room-band-of-consumer-hidden')
        : t('room-band-of-company-hidden', { consumer }),
    to,
    placeholder: t('room-write-private', { name }),
    send: t('room-send-private', { name }),
    open: t('room-open-private', { name }),
    attach: t('room-attach-private', { name }),
  };
}
