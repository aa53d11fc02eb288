/** What can be opened on every professional page: the list of keys, and the palette. */
class Everywhere {
  open = $state<'keys' | 'palette' | null>(null);
}
export const everywhere = new Everywhere();
