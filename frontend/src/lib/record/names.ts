/** The names that occur in headers and notes, and which texts may be one. */
export const SYSTEM = 'system';
const SIGNERS = ['company', 'consumer', 'coordinator', 'legal', 'mediator', 'ombudsman'];

/** Every seat that a header may name. */
export const isSeat = (text: string): boolean => text === SYSTEM || SIGNERS.includes(text);

const ORIGINS = SIGNERS.map((seat) => `origin_${seat}`);
/** Every part, in the order of their names. */
export const PARTS = ['author', 'content', 'evidence', 'origin', ...ORIGINS];

/** The seat whose origin the part is, in a conclusion. */
export const signerOf = (part: string): string | null => (ORIGINS.includes(part) ? part.slice('origin_'.length) : null);

export const isKind = (text: string): boolean => /^[a-z][a-z0-9_]{0,63}$/.test(text);

/** A UUID in lower case. */
export const isCase = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const COUNT = '[1-9][0-9]{0,8}';
const SORTS = `(?:(?:caucus|sealed|challenge):(?:consumer|company)|internal:company|notes:mediator|(?:review|desk):${COUNT})`;
// The first generation has no number.
const CHANNEL = new RegExp(`^(?:procedure|joint|${SORTS}(?:/(?!1$)${COUNT})?)$`);

export const isChannel = (text: string): boolean => CHANNEL.test(text);

/** The address of an instance log, without scheme and last slash. */
export const isInstance = (text: string): boolean => text.length <= 255 && /^[a-z0-9.-]+(\/[a-z0-9._-]+)*$/.test(text);

/** Not empty, without Unicode spaces, control characters and `+`. */
export const isKeyName = (text: string): boolean => text !== '' && !/[\p{White_Space}\p{Cc}+]/u.test(text);
