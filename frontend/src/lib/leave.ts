/** Signing out where something waits that nobody has received: it is named first. */
import { mount, unmount } from 'svelte';
import LeaveSheet from '$lib/components/LeaveSheet.svelte';
import { need } from '$lib/messages/index.svelte';
import { unsent } from '$lib/offline/unsent';
// What says that the server was not reached is here before the network is gone.
import '$lib/components/StillLeaving.svelte';

/** Whether nothing would be lost, or somebody wants to lose it. */
export async function mayLeave(user: string): Promise<boolean> {
  const left = await unsent(user);
  if (left.length === 0) return true;
  await need('sheets');
  return new Promise((answer) => {
    const end = (may: boolean): void => {
      void unmount(sheet);
      answer(may);
    };
    const sheet = mount(LeaveSheet, {
      target: document.body,
      props: { left, onyes: () => end(true), onclose: () => end(false) },
    });
  });
}
