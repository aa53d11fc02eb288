/** The mediator's rooms: those that need a word, and those that move by themselves. */
import type { CaseRow } from '$lib/api/types';
import { t } from '$lib/messages/index.svelte';
import { firstName } from '$lib/messages/format';
import { roomKind, type RoomKind } from '$lib/room/channel';

export interface Groups {
  needsYou: CaseRow[];
  moving: CaseRow[];
}

/** Words that a side wrote to the mediator alone, and that nobody read yet, need the mediator whosever turn it is. */
const needsWord = (row: CaseRow): boolean =>
  row.turn.yours || (row.capacity === 'mediator' && unreadIn(row, 'consumer') + unreadIn(row, 'company') > 0);

/** The longest wait stands first. */
export function grouped(rows: readonly CaseRow[]): Groups {
  const open = rows.filter((row) => !row.phase.startsWith('closed'));
  const needsYou = open.filter(needsWord).sort((a, b) => (a.last_at < b.last_at ? -1 : 1));
  return { needsYou, moving: open.filter((row) => !needsWord(row)) };
}

export function unreadIn(row: CaseRow, kind: RoomKind): number {
  return Object.entries(row.unread).reduce(
    (sum, [channel, count]) => sum + (roomKind(channel) === kind ? count : 0),
    0,
  );
}

/** "Vez da Loja Aurora", "assinando": why a room moves without the mediator. */
export function rowTurn(row: CaseRow): string {
  const { who } = row.turn;
  // Who reads no conversation cannot tell that nobody in it has to act.
  if (who === 'nobody' && row.capacity === 'coordinator') return '';
  if (who === 'company') return t('turn-of-company', { name: row.company_name });
  if (who === 'consumer') return t('turn-of-consumer', { name: firstName(row.consumer_name) });
  if (who === 'mediator') return t('turn-of-mediator', { name: t('mediator-unnamed') });
  return t(`turn-of-${who}`);
}
