/** What somebody does at the mediation centre. */
import type { User } from '$lib/api/types';

/** The operator whose cases somebody coordinates. */
export const coordinates = (user: User | null): string | null =>
  user?.memberships.find((member) => member.role === 'coordinator')?.organisation ?? null;

export const mediates = (user: User | null): boolean =>
  user?.memberships.some((member) => member.role === 'mediator') ?? false;
