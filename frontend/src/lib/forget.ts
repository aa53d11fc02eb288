/** What pages hold of a person's work, in stores that outlive a page: it goes with the person. */
const stores: (() => void)[] = [];

/** Called where such a store is made: how it empties itself. */
export const forgets = (forget: () => void): number => stores.push(forget);

/** Somebody signed out, or somebody else is here. */
export function forgetPerson(): void {
  for (const forget of stores) forget();
}
