import Devices from '$lib/components/account/Devices.svelte';
import PasswordForm from '$lib/components/account/PasswordForm.svelte';
import { openSession, openSessions } from '../builders/account';
import { CASE } from '../builders/case';
import { example } from '../example';

const nothing = async () => undefined;

export default [
  example('account/Devices', Devices, {
    'on several': () => ({ sessions: openSessions(), password: true, onended: nothing }),
    'on this one': () => ({ sessions: [openSession({ current: true })], password: true, onended: nothing }),
    'by the link of one case': () => ({
      sessions: [
        openSession({ id: CASE, current: true, level: 'email', case: CASE }),
        openSession({ level: 'email', case: CASE }),
      ],
      password: false,
      onended: nothing,
    }),
  }),
  example('account/PasswordForm', PasswordForm, {
    empty: () => ({ email: 'bruna@lojaaurora.example', onchanged: nothing }),
  }),
];
