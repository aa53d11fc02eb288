/** How somebody comes in: nobody in a room needs it, so it is no part of it. */
import { answer, client, done } from './client';

export const enterApi = {
  signIn: (email: string, password: string) =>
    answer(client.POST('/api/v1/auth/sign_in', { body: { email, password } })),
  /** Answers the same whether the address is known or not. */
  askLink: (email: string, caseId?: string) =>
    done(client.POST('/api/v1/auth/link', { body: { email, ...(caseId ? { case: caseId } : {}) } })),
  link: (token: string) => answer(client.GET('/api/v1/auth/link/{token}', { params: { path: { token } } })),
  redeem: (token: string) => answer(client.POST('/api/v1/auth/link/redeem', { body: { token } })),
  demo: () => answer(client.GET('/api/v1/demo')),
  demoEnter: (person: string) => answer(client.POST('/api/v1/demo/enter', { body: { person } })),
  demoClock: (hours: number) => answer(client.POST('/api/v1/demo/clock', { body: { hours } })),
  demoCase: () => answer(client.POST('/api/v1/demo/cases')),
};
