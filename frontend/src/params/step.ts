/** The steps of an agreement that have an address of their own. */
export const match = (step: string): step is 'sign' => step === 'sign';
