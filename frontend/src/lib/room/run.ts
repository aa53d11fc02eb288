/** How the parts of a room give a command: answered when it is durable, or refused. */
import type { Command, Problem } from '$lib/api/types';

export type Outcome = { ok: true } | { ok: false; problem: Problem };
export type Run = (command: Command) => Promise<Outcome>;
