/** "12 min", "3 h", "ontem": how long ago something moved, short enough for a list. */
import { day } from '$lib/messages/format';
import { messages } from '$lib/messages/index.svelte';

export function ago(when: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - new Date(when).getTime()) / 60_000));
  const relative = new Intl.RelativeTimeFormat(messages.language, { numeric: 'auto', style: 'narrow' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (hours < 24) return relative.format(-hours, 'hour');
  if (hours < 24 * 7) return relative.format(-Math.round(hours / 24), 'day');
  return day(when);
}
