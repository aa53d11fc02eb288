// The settings of new cases as the server tells them, and one change of them.
import type { MemberItem, SettingItem, SettingList } from '$lib/api/types';
import { NAMES, unitOf } from '$lib/settings/settings';
import { days, olga } from './case';

const SWITCHES = ['admit_by_rule', 'first_reply_in_working_days', 'company_pays', 'breach_to_company'];

export const settingItem = (name: string, over: Partial<SettingItem> = {}): SettingItem =>
  SWITCHES.includes(name)
    ? { name, value: true, configured: true, usual: true, ...over }
    : {
        name,
        value: unitOf(name) === 'days' ? 30 : 3,
        configured: unitOf(name) === 'days' ? 30 : 3,
        usual: unitOf(name) === 'days' ? 30 : 3,
        least: 1,
        greatest: 60,
        ...over,
      };

export const settingList = (over: Partial<SettingList> = {}): SettingList => ({
  settings: NAMES.map((name) => settingItem(name, name === 'invitation_days' ? { value: 20 } : {})),
  changes: [{ version: 1, name: 'invitation_days', value: 20, by: olga.id, at: days(-2) }],
  ...over,
});
export const staff = (): MemberItem[] => [{ user: olga.id, name: olga.name, email: 'olga@example.org', role: 'admin' }];
