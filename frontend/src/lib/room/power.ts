/** What is lacking for a signature in the company's name; the view says it before anybody signs. */
export type PowerLack = 'power_missing' | 'power_too_small' | 'power_expired';
const LACKS: readonly string[] = ['power_missing', 'power_too_small', 'power_expired'] satisfies PowerLack[];

export const powerLack = (code: string | null | undefined): PowerLack | null =>
  code && LACKS.includes(code) ? (code as PowerLack) : null;
