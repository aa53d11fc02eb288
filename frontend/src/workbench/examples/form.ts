import { createRawSnippet } from 'svelte';
import AmountRead from '$lib/components/form/AmountRead.svelte';
import Check from '$lib/components/form/Check.svelte';
import Choice from '$lib/components/form/Choice.svelte';
import CompanyPicker from '$lib/components/form/CompanyPicker.svelte';
import Day from '$lib/components/form/Day.svelte';
import FaultSummary from '$lib/components/form/FaultSummary.svelte';
import Field from '$lib/components/form/Field.svelte';
import Files from '$lib/components/form/Files.svelte';
import FormSheet from '$lib/components/form/FormSheet.svelte';
import Input from '$lib/components/form/Input.svelte';
import Money from '$lib/components/form/Money.svelte';
import Select from '$lib/components/form/Select.svelte';
import Steps from '$lib/components/form/Steps.svelte';
import TextArea from '$lib/components/form/TextArea.svelte';
import { Submission } from '$lib/submission.svelte';
import { shop } from '../builders/case';
import { example } from '../example';

const nothing = () => undefined;
const control = (id: string) => createRawSnippet(() => ({ render: () => `<input class="inp" id="${id}" />` }));
const input = createRawSnippet(() => ({ render: () => '<input class="inp" aria-label="Valor" />' }));
const fields = createRawSnippet(() => ({ render: () => '<p>Campos</p>' }));
const options = [
  { value: 'a', label: 'Urgente', more: 'Aparece primeiro.' },
  { value: 'b', label: 'Normal' },
];
const field = { density: 'both', inside: 'field' } as const;
const both = { density: 'both' } as const;
const problem = { type: 'about:blank', title: 'offline', status: 0, code: 'offline' };
function failed(fault: string, faults: Record<string, string> = {}): Submission {
  const sending = new Submission();
  sending.fault = fault;
  sending.faults = faults;
  return sending;
}
const sheet = {
  title: 'Perguntar',
  lead: 'A pessoa recebe um e-mail.',
  yes: 'Perguntar',
  act: () => Promise.resolve({ ok: false as const, problem }),
  onclose: nothing,
};

export default [
  example('form/Check', Check, {
    plain: () => ({ id: 'check-a', checked: false, label: 'Aceito as regras' }),
    'ticked, with more': () => ({ id: 'check-b', checked: true, label: 'Aceito as regras', more: 'São seis.' }),
    'with a fault': () => ({
      id: 'check-c',
      checked: false,
      label: 'Aceito as regras',
      fault: 'Marque para continuar.',
    }),
  }),
  example(
    'form/CompanyPicker',
    CompanyPicker,
    {
      empty: () => ({ chosen: null }),
      chosen: () => ({ chosen: { ...shop, trade: 'retail' as const } }),
    },
    { inside: 'field' },
  ),
  example('form/FaultSummary', FaultSummary, {
    none: () => ({ sending: failed('') }),
    whole: () => ({ sending: failed('Sem internet.') }),
    two: () => ({ sending: failed('Sem internet.', { 'field-a': 'Escreva o seu nome.' }) }),
  }),
  example('form/Field', Field, {
    plain: () => ({ id: 'field-a', label: 'Nome', children: control('field-a') }),
    optional: () => ({
      id: 'field-b',
      label: 'Telefone',
      optional: true,
      hint: 'Com DDD.',
      children: control('field-b'),
    }),
    'with a fault': () => ({
      id: 'field-c',
      label: 'Nome',
      fault: 'Escreva o seu nome.',
      children: control('field-c'),
    }),
  }),
  example(
    'form/Choice',
    Choice,
    {
      'none chosen': () => ({ options, value: null }),
      chosen: () => ({ options, value: 'a' }),
      boxed: () => ({ options, value: 'b', boxed: true }),
    },
    { density: 'both', inside: 'group' },
  ),
  example('form/Day', Day, { empty: () => ({ value: '' }), chosen: () => ({ value: '2026-11-28' }) }, field),
  example('form/Files', Files, { plain: () => ({ files: undefined, multiple: true }) }, field),
  example(
    'form/FormSheet',
    FormSheet,
    {
      'a question alone': () => sheet,
      dangerous: () => ({ ...sheet, tone: 'danger' as const }),
      'with fields, refused when sent': () => ({ ...sheet, children: fields }),
      'without a way to do it': () => ({ ...sheet, yes: undefined, children: fields }),
    },
    both,
  ),
  example(
    'form/Input',
    Input,
    {
      empty: () => ({ value: '', placeholder: 'Ana Souza' }),
      filled: () => ({ value: 'Ana Souza' }),
    },
    field,
  ),
  example('form/AmountRead', AmountRead, {
    read: () => ({ value: '1.350,00', currency: 'BRL' }),
    unread: () => ({ value: '1350 ou mais', currency: 'BRL' }),
  }),
  example(
    'form/Money',
    Money,
    {
      plain: () => ({ value: '1.350,00', currency: 'BRL' }),
      'with a currency': () => ({ value: '1.350,00', currency: 'BRL', currencies: ['BRL', 'EUR'] }),
    },
    field,
  ),
  example(
    'form/Select',
    Select,
    {
      empty: () => ({ options, value: '' as const, empty: true }),
      chosen: () => ({ options, value: 'b' }),
    },
    field,
  ),
  example(
    'form/Steps',
    Steps,
    {
      plain: () => ({ less: 'Menos', more: 'Mais', onstep: nothing, children: input }),
    },
    both,
  ),
  example('form/TextArea', TextArea, { empty: () => ({ value: '' }), filled: () => ({ value: 'Quebrou.' }) }, field),
];
