/** What a field tells the control inside it, so that name, hint and fault are tied to it in one place. */
import { getContext, setContext } from 'svelte';

export interface FieldOf {
  readonly id: string;
  readonly describedby: string | undefined;
  readonly invalid: true | undefined;
}
const KEY = Symbol('field');

export function setField(field: FieldOf): void {
  setContext(KEY, field);
}

/** Called by a control while it starts. */
export function fieldOf(): FieldOf {
  const field = getContext<FieldOf | undefined>(KEY);
  if (!field) throw new Error('A control stands in a Field.');
  return field;
}
