import type { User } from '$lib/api/types';

/** The operator whose admin somebody is. */
export const adminOf = (user: User | null) =>
  user?.memberships.find((member) => member.kind === 'operator' && member.role === 'admin') ?? null;
