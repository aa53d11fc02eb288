/** The server counts so far: so many, or more. */
const COUNT_MAX = 100;

/** A count of the server as it may be said. */
export const bounded = (count: number): string => (count < COUNT_MAX ? `${count}` : `${COUNT_MAX - 1}+`);
