import type { HandleClientError } from '@sveltejs/kit';

/** An address that leads nowhere gets its page; only what is our own fault goes to the console. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  // eslint-disable-next-line no-console -- this is the one place where our own faults are told
  if (status !== 404) console.error(error);
  return { message };
};
