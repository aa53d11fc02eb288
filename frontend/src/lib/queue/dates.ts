/** The end of a day that a person chose, as a moment: a day ends at 24:00 where its reader is. */
export function endOfDay(date: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + 1).toISOString();
}
