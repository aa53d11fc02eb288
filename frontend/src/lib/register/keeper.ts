import type { User } from '$lib/api/types';

const OF_COMPANY: readonly string[] = ['manager', 'viewer', 'ombudsman', 'legal'];
const OF_OPERATOR: readonly string[] = ['ombudsman', 'legal'];

/** The organisations whose register of agreements somebody reads, by name. */
export function keeps(user: User | null): string[] {
  const held = user?.memberships.filter(({ kind, role }) =>
    (kind === 'company' ? OF_COMPANY : OF_OPERATOR).includes(role),
  );
  return [...new Map(held?.map((member) => [member.organisation, member.organisation_name])).values()];
}
