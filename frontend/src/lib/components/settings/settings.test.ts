// The settings of new cases: what is shown of each, what is sent, and what is said about it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { api } from '$lib/api/client';
import { changesOf, NAMES, read, unitOf } from '$lib/settings/settings';
import { problem, shop } from '../../../workbench/builders/case';
import { settingItem, settingList, staff } from '../../../workbench/builders/settings';
import { prepareTests, press, show, speak } from '../../../workbench/show';
import Settings from './Settings.svelte';
import SettingsLog from './SettingsLog.svelte';

prepareTests();
const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (control: HTMLInputElement, value: string) => fireEvent.input(control, { target: { value } });

test('every setting of the domain has its place on the page, and no other', () => {
  const source = readFileSync(resolve('../src/domain/settings.rs'), 'utf8');
  const table = source.slice(source.indexOf('settings! {'));
  const names = [...table.matchAll(/^ {4}(\w+): (?:bool|u32) = /gm)].map((found) => found[1]!);
  expect(names.length).toBeGreaterThan(20);
  expect([...NAMES].sort()).toEqual(names.sort());
});

test('a length says its unit by its name', () => {
  expect(
    ['legal_working_days', 'proposal_days_max', 'reflection_hours', 'refusals_before_escalation'].map(unitOf),
  ).toEqual(['working-days', 'days', 'hours', 'times']);
});

test('what differs is sent, and the default is taken up as the default', () => {
  const items = [
    settingItem('invitation_days', { value: 20 }),
    settingItem('breach_days'),
    settingItem('admit_by_rule'),
  ];
  expect(changesOf(items, { invitation_days: '30', breach_days: '12', admit_by_rule: true })).toEqual({
    invitation_days: null,
    breach_days: 12,
  });
  expect(read(items[1]!, '1,5')).toEqual({ fault: 'number' });
  expect(read(items[1]!, '61')).toEqual({ fault: 'bounds' });
});

async function page(language: 'pt-BR' | 'es' | 'en' = 'pt-BR') {
  await speak(language);
  const shown = show(Settings, { organisation: shop.id });
  await screen.findByRole('heading', { name: { 'pt-BR': 'Mediação', es: 'Mediación', en: 'Mediation' }[language] });
  return shown;
}

test.each([
  ['pt-BR', 'Tempo para responder ao convite', 'De 1 a 60 dias. Padrão: 30 dias.', 'ficam com as regras com que'],
  [
    'es',
    'Tiempo para responder a la invitación',
    'De 1 a 60 días. Valor predeterminado: 30 días.',
    'siguen con las reglas',
  ],
  ['en', 'Time to answer the invitation', 'From 1 to 60 days. Default: 30 days.', 'keep the rules they began with'],
] as const)('each says in %s what it counts, its bounds and its default', async (language, name, bounds, keep) => {
  const { text } = await page(language);
  expect(field(new RegExp(`^${name}`)).value).toBe('20');
  expect(text()).toContain(bounds);
  expect(text()).toContain(keep);
});

test('all changes go at once, and the page says that they are kept', async () => {
  const sent = vi.spyOn(api, 'changeSettings');
  const { text } = await page();
  expect(text()).toContain('Nada mudou.');
  await type(field(/^Tempo para assinar o acordo/), '9');
  await type(field(/^Tempo para responder ao convite/), '30');
  expect(text()).toContain('2 mudanças não salvas');
  await press('Salvar');
  expect(sent).toHaveBeenCalledWith(shop.id, { signature_days: 9, invitation_days: null });
  await waitFor(() => expect(text()).toContain('Salvo. Vale para os casos novos.'));
});

test('a number that cannot be is told beside its field, before anything is sent', async () => {
  const sent = vi.spyOn(api, 'changeSettings');
  await page();
  const control = field(/^Tempo para assinar o acordo/);
  await type(control, '99');
  await press('Salvar');
  expect(sent).not.toHaveBeenCalled();
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText('Escreva um número de 1 a 60 dias.').length).toBeGreaterThan(0);
});

test('what the server refuses is told beside the field that it names', async () => {
  const refused = problem({
    code: 'settings_disagree',
    errors: [{ pointer: '/changes/proposal_days', code: 'settings_disagree', detail: 'x' }],
  });
  vi.spyOn(api, 'changeSettings').mockResolvedValue({ ok: false, problem: refused });
  await page();
  const control = field(/^Validade de uma proposta/);
  await type(control, '50');
  await press('Salvar');
  await waitFor(() => expect(control.getAttribute('aria-invalid')).toBe('true'));
  expect(control.value).toBe('50');
  expect(screen.getAllByText('Não pode ser mais do que “Validade máxima de uma proposta”.').length).toBeGreaterThan(0);
});

test('the log names who changed what, and a default that was taken up again', async () => {
  await speak('pt-BR');
  const [change] = settingList().changes;
  const { text } = show(SettingsLog, { changes: [{ ...change!, version: 2, value: null }, change!], members: staff() });
  expect(text()).toContain('Olga');
  expect(text()).toContain('Tempo para responder ao convite: volta ao padrão');
  expect(text()).toContain('Tempo para responder ao convite: 20 dias');
});
