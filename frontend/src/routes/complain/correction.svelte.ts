/**
 * A complaint that waits to be confirmed, while it is corrected. What is typed outlives a reload and the way back; it
 * goes when it is saved, when somebody goes back without correcting, and with the complaint.
 */
import type { Drafted } from '$lib/api/types';
import type { Form } from './form';
import { forgetCorrection, keepCorrection, keptCorrection, same } from './keeping';

type Draft = Pick<Drafted, 'reference' | 'revision' | 'confirm_by'>;

export class Correction {
  /** What is on the screen; null while nothing is corrected. */
  form = $state<Form | null>(null);
  /** Continued from what this device kept. */
  resumed = $state(false);
  #draft: Draft | null = null;
  #filed: Form | null = null;

  constructor() {
    $effect(() => {
      const now = $state.snapshot(this.form);
      if (now && this.#draft) keepCorrection(this.#draft, now as Form, true);
    });
  }

  /** A copy is corrected: whoever goes back has changed nothing. */
  begin(draft: Draft, filed: Form): void {
    const begun = keptCorrection(draft)?.form;
    this.#draft = draft;
    this.#filed = filed;
    this.resumed = !!begun && !same(begun, filed);
    this.form = structuredClone(begun ?? filed);
  }
  /** After a reload: what was on the screen is there again. */
  resume(draft: Draft, filed: Form): void {
    if (keptCorrection(draft)?.open) this.begin(draft, filed);
  }
  /** Back: what was typed stays for the next time. */
  leave(): void {
    if (this.form && this.#draft) keepCorrection(this.#draft, $state.snapshot(this.form) as Form, false);
    this.form = null;
  }
  restart(): void {
    this.form = structuredClone(this.#filed);
    this.resumed = false;
  }
  /** It was saved, or is not wanted. */
  end(): void {
    this.form = null;
    if (this.#draft) forgetCorrection(this.#draft.reference);
  }
}
