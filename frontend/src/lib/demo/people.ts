/** Whom the demonstration offers on this host: each host has its own session, so its own people come first. */
import type { DemoPerson } from '$lib/api/types';

const bare = (host: string) => host.split(':')[0] ?? host;

export interface Offered {
  here: DemoPerson[];
  elsewhere: DemoPerson[];
}

/** Outside of the hosts of the demonstration everybody is offered alike. */
export function offered(people: readonly DemoPerson[], hostname: string): Offered {
  const here = people.filter((person) => bare(person.host) === hostname);
  return here.length === 0
    ? { here: [...people], elsewhere: [] }
    : { here, elsewhere: people.filter((person) => bare(person.host) !== hostname) };
}

const OFFICERS: ReadonlySet<string> = new Set(['ombudsman', 'legal', 'operator_ombudsman', 'operator_legal']);
export const isOfficer = (role: string): boolean => OFFICERS.has(role);
