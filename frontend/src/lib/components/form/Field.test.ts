import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { need, t } from '$lib/messages/index.svelte';
import Every from '../../../workbench/EveryField.svelte';
import Input from './Input.svelte';

beforeAll(async () => {
  localStorage.setItem('acordo.language', 'en');
  await need('frame', 'page');
});
afterEach(cleanup);

const SINGLE = ['Name', 'Story', 'Date (optional)', 'Amount', 'Kind', 'File'];
const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent.trim());

test('every control is named by its field, and no two share an id', () => {
  render(Every);
  for (const label of SINGLE) expect(screen.getByLabelText(label).id).not.toBe('');
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(screen.getByRole('group', { name: 'Side' })).toBeTruthy();
});

test('a hint describes its control, and without a fault nothing is invalid', () => {
  render(Every);
  expect(described(screen.getByLabelText('Name'))).toEqual(['As in your papers']);
  expect(described(screen.getByLabelText('Story'))).toEqual([]);
  expect(described(screen.getByRole('group', { name: 'Side' }))).toEqual(['One of both']);
  expect(document.querySelector('[aria-invalid]')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a fault is tied to every control, after its hint', async () => {
  const { rerender } = render(Every);
  await rerender({ fault: 'This is missing' });
  for (const label of SINGLE) {
    const control = screen.getByLabelText(label);
    expect([label, control.getAttribute('aria-invalid')]).toEqual([label, 'true']);
    expect(described(control).at(-1)).toBe('This is missing');
  }
  expect(described(screen.getByLabelText('Name'))).toEqual(['As in your papers', 'This is missing']);
  expect(described(screen.getByRole('group', { name: 'Side' }))).toEqual(['One of both', 'This is missing']);
  await rerender({ fault: '' });
  expect(document.querySelector('[aria-invalid], .has-err')).toBeNull();
});

test('a fault is read out where no summary does', async () => {
  const { rerender } = render(Every, { fault: 'This is missing' });
  expect(screen.queryByRole('alert')).toBeNull();
  await rerender({ fault: 'This is missing', alert: true });
  expect(screen.getAllByRole('alert')).toHaveLength(2);
});

test('what is typed and chosen comes back to the form', async () => {
  const { component } = render(Every);
  const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await type('Name', 'Bia');
  await type('Story', 'It broke.');
  await type('Date (optional)', '2026-11-28');
  await type('Amount', '1.350,00');
  await fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'a' } });
  await fireEvent.change(screen.getByLabelText(t('complain-currency')), { target: { value: 'EUR' } });
  await fireEvent.click(screen.getByLabelText(/^Company/));
  expect(component.now()).toEqual({
    name: 'Bia',
    words: 'It broke.',
    day: '2026-11-28',
    amount: '1.350,00',
    currency: 'EUR',
    kind: 'a',
    side: 'company',
  });
});

test('a control keeps what it is given beside its field', () => {
  render(Every);
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  expect([name.value, name.maxLength, name.className]).toEqual(['Ana', 20, 'inp short']);
  expect(screen.getByLabelText<HTMLInputElement>('Date (optional)').type).toBe('date');
  expect(screen.getByLabelText('Amount').getAttribute('inputmode')).toBe('decimal');
  expect(screen.getByLabelText<HTMLInputElement>('File').accept).toBe('.zip');
});

test('the radios of a choice are one answer', async () => {
  render(Every);
  const [consumer, company] = screen.getAllByRole<HTMLInputElement>('radio');
  expect(consumer!.name).toBe(company!.name);
  await fireEvent.click(consumer!);
  await fireEvent.click(company!);
  expect([consumer!.checked, company!.checked]).toEqual([false, true]);
});

test('steps say which way', async () => {
  const onstep = vi.fn();
  render(Every, { onstep });
  await fireEvent.click(screen.getByRole('button', { name: 'Less' }));
  await fireEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(onstep.mock.calls).toEqual([[-1], [1]]);
});

test('a control outside a field is a mistake that shows at once', () => {
  expect(() => render(Input)).toThrow('A control stands in a Field.');
});
