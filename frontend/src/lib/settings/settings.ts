/** The settings of new cases: in which groups people read them, in which unit they count, and what was typed. */
import type { SettingItem, SettingValue } from '$lib/api/types';

/** Every setting of the domain, in the order in which it is told (a test reads the domain's own list). */
export const GROUPS = {
  intake: [
    'admit_by_rule',
    'admission_working_days',
    'invitation_days',
    'first_reply_days',
    'first_reply_in_working_days',
    'procedure_days',
  ],
  room: [
    'room_reply_working_days',
    'silent_consumer_days',
    'proposal_days',
    'proposal_days_max',
    'refusals_before_escalation',
    'replace_representative_working_days',
  ],
  mediation: [
    'mediator_accept_working_days',
    'ground_rules_working_days',
    'ground_rules_days',
    'mediation_days',
    'remitted_days',
    'conflict_days',
    'company_pays',
  ],
  agreement: [
    'signature_days',
    'reflection_hours',
    'breach_days',
    'confirmation_reminder_days',
    'confirmation_days',
    'follow_up_days',
  ],
  officers: ['ombudsman_working_days', 'legal_working_days', 'question_working_days', 'breach_to_company'],
} as const;

export type Group = keyof typeof GROUPS;
export type Setting = (typeof GROUPS)[Group][number];
export const NAMES: readonly Setting[] = Object.values(GROUPS).flat();
export const isSetting = (name: string): name is Setting => (NAMES as readonly string[]).includes(name);

/** Which may not be more than which other, as the domain checks it. */
export const BELOW = [
  ['proposal_days', 'proposal_days_max'],
  ['first_reply_days', 'invitation_days'],
] as const satisfies readonly (readonly [Setting, Setting])[];

export type Unit = 'working-days' | 'days' | 'hours' | 'times';
/** A length says its unit at the end of its name. */
export const unitOf = (name: string): Unit =>
  /working_days$/.test(name)
    ? 'working-days'
    : /days(_max)?$/.test(name)
      ? 'days'
      : /hours$/.test(name)
        ? 'hours'
        : 'times';

/** A field of the form: a number as typed, or a switch. */
export type Typed = string | boolean;
export const typedOf = (value: SettingValue): Typed => (typeof value === 'boolean' ? value : String(value));

export type Read = { value: SettingValue } | { fault: 'number' | 'bounds' };
/** What was typed, as the server takes it. */
export function read(item: SettingItem, typed: Typed): Read {
  if (typeof typed === 'boolean') return { value: typed };
  if (!/^\d{1,6}$/.test(typed.trim())) return { fault: 'number' };
  const value = Number(typed);
  const inside = value >= (item.least ?? 0) && value <= (item.greatest ?? Infinity);
  return inside ? { value } : { fault: 'bounds' };
}

/** What is sent: what differs, and nothing that cannot be read. The installation's own value is taken up as such. */
export function changesOf(
  items: readonly SettingItem[],
  typed: Readonly<Record<string, Typed>>,
): Record<string, SettingValue | null> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const got = read(item, typed[item.name] ?? typedOf(item.value));
      if (!('value' in got) || got.value === item.value) return [];
      return [[item.name, got.value === item.configured ? null : got.value]];
    }),
  );
}
