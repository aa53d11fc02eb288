/** What is read is not as it has to be: of the file, not of this program. */
export class Fault extends Error {}

/** What a reader returns, or why it could not. */
export function outcome<T>(
  reader: () => T,
): { value: T; fault?: undefined; cause?: undefined } | { value?: undefined; fault: string; cause: Fault } {
  try {
    return { value: reader() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message, cause: error };
    throw error;
  }
}
