/** Whether the open room is without a network, for what lies above it: sheets say so as well. */
class Away {
  /** Tries at once; nothing while the link is up, or no room is open. */
  tryNow = $state.raw<(() => void) | null>(null);
}

export const away = new Away();
