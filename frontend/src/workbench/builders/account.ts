// Where somebody is signed in.
import type { OpenSession } from '$lib/api/types';
import { days } from './case';

const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0';

export const openSession = (over: Partial<OpenSession> = {}): OpenSession => ({
  id: '01a22e4d-0977-762c-9537-8dbf069a2301',
  current: false,
  level: 'password',
  began_at: days(-12),
  last_used_at: days(-0.1),
  expires_at: days(18),
  address: '192.0.2.17',
  user_agent: PHONE,
  case: null,
  ...over,
});

export const openSessions = (): OpenSession[] => [
  openSession({ id: '01a22e4d-0977-762c-9537-8dbf069a2302', current: true, user_agent: DESK, began_at: days(-0.2) }),
  openSession(),
  openSession({ id: '01a22e4d-0977-762c-9537-8dbf069a2303', user_agent: 'curl/8.5.0', address: null }),
];
