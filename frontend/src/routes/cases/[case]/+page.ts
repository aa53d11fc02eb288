import { need } from '$lib/messages/index.svelte';
import { session } from '$lib/session.svelte';

/** A consumer's room starts to load while the case itself is asked for. */
export const load = (): void => {
  if (session.works !== null) return;
  void need('consumer');
  void import('$lib/components/consumer/ConsumerRoom.svelte');
};
