// Every example, found rather than listed; registry.test.ts fails for a component that has none.
import type { Example } from './example';

const found = import.meta.glob<{ default: readonly Example[] }>('./examples/*.ts', { eager: true });

export const examples: readonly Example[] = Object.values(found)
  .flatMap((file) => file.default)
  .sort((a, b) => a.path.localeCompare(b.path));
