import SettingField from '$lib/components/settings/SettingField.svelte';
import Settings from '$lib/components/settings/Settings.svelte';
import SettingsLog from '$lib/components/settings/SettingsLog.svelte';
import { shop } from '../builders/case';
import { settingItem, settingList, staff } from '../builders/settings';
import { example } from '../example';

export default [
  example('settings/SettingField', SettingField, {
    'a length': () => ({ name: 'invitation_days' as const, item: settingItem('invitation_days'), value: '30' }),
    'a switch': () => ({ name: 'admit_by_rule' as const, item: settingItem('admit_by_rule'), value: true }),
    changed: () => ({ name: 'invitation_days' as const, item: settingItem('invitation_days'), value: '20' }),
    'at fault': () => ({
      name: 'invitation_days' as const,
      item: settingItem('invitation_days'),
      value: '900',
      fault: 'De 1 a 60',
    }),
  }),
  example('settings/Settings', Settings, { 'as they are': () => ({ organisation: shop.id }) }),
  example('settings/SettingsLog', SettingsLog, {
    'one change': () => ({ changes: settingList().changes, members: staff() }),
    none: () => ({ changes: [], members: [] }),
    'by somebody who left, back to the default': () => ({
      changes: settingList().changes.map((change) => ({ ...change, value: null })),
      members: [],
    }),
  }),
];
