import { createRawSnippet } from 'svelte';
import Check from '$lib/components/form/Check.svelte';
import CompanyPicker from '$lib/components/form/CompanyPicker.svelte';
import FaultSummary from '$lib/components/form/FaultSummary.svelte';
import Field from '$lib/components/form/Field.svelte';
import { shop } from '../builders/case';
import { example } from '../example';

const input = createRawSnippet<[{ id: string; describedby: string | undefined; invalid: true | undefined }]>(
  (given) => ({
    render: () => `<input class="inp" id="${given().id}" aria-describedby="${given().describedby ?? ''}">`,
  }),
);

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
      empty: () => ({ id: 'company-a', chosen: null }),
      chosen: () => ({ id: 'company-b', chosen: { ...shop, trade: 'retail' as const } }),
    },
    { inside: 'label' },
  ),
  example('form/FaultSummary', FaultSummary, {
    none: () => ({ faults: [] }),
    two: () => ({ faults: [{ id: 'field-a', text: 'Escreva o seu nome.' }, { text: 'Sem internet.' }] }),
  }),
  example('form/Field', Field, {
    plain: () => ({ id: 'field-a', label: 'Nome', children: input }),
    optional: () => ({ id: 'field-b', label: 'Telefone', optional: true, hint: 'Com DDD.', children: input }),
    'with a fault': () => ({ id: 'field-c', label: 'Nome', fault: 'Escreva o seu nome.', children: input }),
  }),
];
