/** One's own account: nobody in a room needs it, so it is no part of it. */
import { answer, client, done } from './client';

export const accountApi = {
  account: () => answer(client.GET('/api/v1/auth/account')),
  endSession: (session: string) =>
    done(client.DELETE('/api/v1/auth/sessions/{session}', { params: { path: { session } } })),
  endOthers: () => done(client.POST('/api/v1/auth/sessions/end_others')),
  change: (present: string, password: string) =>
    done(client.POST('/api/v1/auth/password', { body: { present, password } })),
  /** Answers the same whether the address is known or not. */
  ask: (email: string) => done(client.POST('/api/v1/auth/password/ask', { body: { email } })),
  choose: (token: string, password: string) =>
    answer(client.POST('/api/v1/auth/password/choose', { body: { token, password } })),
};
