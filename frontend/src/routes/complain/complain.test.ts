// A complaint on its way to being confirmed: what is kept of it, and what is said while a confirmation is uncertain.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api, ownProblem } from '$lib/api/client';
import { complaintsApi } from '$lib/api/complaints';
import type { Drafted, DraftView } from '$lib/api/types';
import { complaint, days, problem, shop } from '../../workbench/builders/case';
import { prepareTests, press, show, speak } from '../../workbench/show';
import Page from './+page.svelte';
import Confirm from './confirm/[token]/+page.svelte';
import { emptyForm, type Form } from './form';
import { forgetFiled, keepForm, keepSent, keptCorrection, keptForm, keptSent } from './keeping';

vi.mock('$app/state', () => ({
  page: { url: new URL('http://localhost/complain'), params: { token: 'a-key' }, state: {} },
  navigating: { to: null },
}));
vi.mock('$app/navigation', () => ({ goto: vi.fn(), pushState: vi.fn() }));
vi.stubGlobal('scrollTo', () => undefined);
prepareTests();

const form = (over: Partial<Form> = {}): Form => ({
  ...emptyForm('pt-BR'),
  company: { ...shop, trade: 'other' },
  product: 'Geladeira',
  story: 'Parou no segundo dia.',
  remedy: 'refund',
  name: 'Rita Alves',
  email: 'rita@example.org',
  ...over,
});
const drafted = (over: Partial<Drafted> = {}): Drafted => ({
  case: shop.id,
  reference: '91R4-5XKD',
  draft_key: 'a-key',
  revision: 1,
  sent_to: 'r•••@example.org',
  confirm_by: days(2),
  ...over,
});
const view = (): DraftView => ({
  ...drafted(),
  company_name: shop.name,
  confirms: true,
  form: {
    company: shop.id,
    complaint: complaint({ story: 'Parou no segundo dia.' }),
    consumer: { name: 'Rita Alves', email: 'rita@example.org', identifier: null, language: 'pt-BR' },
    online: true,
    rules_version: 1,
  },
});
const story = () => screen.getByLabelText('Conte o que aconteceu');
const type = (value: string) => fireEvent.input(story(), { target: { value } });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

beforeEach(async () => {
  await speak('pt-BR');
  vi.spyOn(api, 'rules').mockResolvedValue({ ok: true, value: { rules_version: 1 } as never });
  vi.spyOn(complaintsApi, 'draft').mockResolvedValue({ ok: true, value: view() });
});

describe('a correction', () => {
  test.each([
    ['in the tab that filed it', Page, () => keepSent([{ drafted: drafted(), form: form() }])],
    ['from its mail', Confirm, () => undefined],
  ])('is there again after a reload, %s', async (_, Component, before) => {
    before();
    const first = show(Component, {});
    await fireEvent.click(await screen.findByRole('button', { name: 'Corrigir' }));
    await type('Parou no terceiro dia.');
    first.unmount();

    show(Component, {});
    await waitFor(() => expect(story()).toHaveProperty('value', 'Parou no terceiro dia.'));
    expect(screen.getByText('Continuamos de onde você parou.')).toBeDefined();
    await press('Começar de novo');
    await waitFor(() => expect(story()).toHaveProperty('value', 'Parou no segundo dia.'));
  });

  test('outlives the way back, and goes with "back without correcting"', async () => {
    keepSent([{ drafted: drafted(), form: form() }]);
    show(Page, {});
    await press('Corrigir');
    await type('Parou no terceiro dia.');
    // Back is taken part in a moment later.
    await new Promise((go) => setTimeout(go));
    dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(() => expect(heading()).toBe('Confira seu e-mail'));

    await press('Corrigir');
    expect(story()).toHaveProperty('value', 'Parou no terceiro dia.');
    await press('Voltar sem corrigir');
    await press('Corrigir');
    expect(story()).toHaveProperty('value', 'Parou no segundo dia.');
  });

  test('is forgotten once it is saved, and when the complaint ended', async () => {
    const correct = vi.spyOn(complaintsApi, 'correct').mockResolvedValue({ ok: true, value: drafted({ revision: 2 }) });
    keepSent([{ drafted: drafted(), form: form() }]);
    show(Page, {});
    await press('Corrigir');
    await type('Parou no terceiro dia.');
    await press('Guardar a correção');
    await waitFor(() => expect(heading()).toBe('Confira seu e-mail'));
    expect(localStorage.getItem('acordo.complaint.corrected.91R4-5XKD')).toBeNull();

    await press('Corrigir');
    expect(story()).toHaveProperty('value', 'Parou no terceiro dia.');
    correct.mockResolvedValue({ ok: false, problem: problem({ code: 'draft_over' }) });
    await press('Guardar a correção');
    await waitFor(() => expect(heading()).toBe('Esta reclamação não espera mais confirmação'));
    expect(Object.keys(localStorage).filter((key) => key.includes('corrected'))).toEqual([]);
  });

  test('of what the complaint said before, or of one that is over, is none', () => {
    const begun = { form: form(), open: true };
    localStorage.setItem('acordo.complaint.corrected.A', JSON.stringify({ ...begun, revision: 1, until: days(1) }));
    localStorage.setItem('acordo.complaint.corrected.B', JSON.stringify({ ...begun, revision: 1, until: days(-1) }));
    expect(keptCorrection({ reference: 'A', revision: 1 })).not.toBeNull();
    expect(keptCorrection({ reference: 'A', revision: 2 })).toBeNull();
    expect(keptCorrection({ reference: 'B', revision: 1 })).toBeNull();
    expect(localStorage.getItem('acordo.complaint.corrected.B')).toBeNull();
  });
});

describe('a second complaint', () => {
  test('begun in another tab leaves the first one where it waits, and both are in reach', async () => {
    keepSent([{ drafted: drafted(), form: form() }]);
    keepForm(form({ story: 'Outra história.' }));
    show(Page, {});
    expect(heading()).toBe('Confira seu e-mail');
    await press('Continuar a outra reclamação começada neste dispositivo');
    await waitFor(() => expect(story()).toHaveProperty('value', 'Outra história.'));
    await press(/A reclamação 91R4-5XKD espera a sua confirmação/);
    await waitFor(() => expect(heading()).toBe('Confira seu e-mail'));
  });

  test('sent from the same tab stands beside the first', async () => {
    keepSent([{ drafted: drafted(), form: form() }]);
    vi.spyOn(complaintsApi, 'file').mockResolvedValue({ ok: true, value: drafted({ reference: 'NEW2-0000' }) });
    show(Page, {});
    keepForm(form({ story: 'Outra história.' }));
    await press(/Fazer outra|Continuar a outra/);
    await fireEvent.click(screen.getByRole('checkbox', { name: /regras/ }));
    await fireEvent.click(screen.getByRole('checkbox', { name: /inteira pela internet|internet/ }));
    await press('Enviar a reclamação');
    await screen.findByText('NEW2-0000');
    expect(keptSent().map((one) => one.drafted.reference)).toEqual(['NEW2-0000', '91R4-5XKD']);
    await press(/A reclamação 91R4-5XKD também espera/);
    await screen.findByText('91R4-5XKD');
  });

  test('under the key of another is sent under a key of its own', async () => {
    keepForm(form());
    const keys: string[] = [];
    vi.spyOn(complaintsApi, 'file').mockImplementation(async (_, key) => {
      keys.push(key);
      return keys.length === 1
        ? { ok: false, problem: problem({ code: 'id_reused' }) }
        : { ok: true, value: drafted({ reference: 'NEW2-0000' }) };
    });
    show(Page, {});
    await fireEvent.click(screen.getByRole('checkbox', { name: /regras/ }));
    await fireEvent.click(screen.getByRole('checkbox', { name: /internet/ }));
    await press('Enviar a reclamação');
    await screen.findByText('NEW2-0000');
    expect(new Set(keys).size).toBe(2);
  });

  test('stays when the first is sent in another tab, and an empty one is not kept', () => {
    keepForm(form({ story: 'Outra história.' }));
    forgetFiled(form());
    expect(keptForm('pt-BR')?.story).toBe('Outra história.');
    forgetFiled(form({ story: 'Outra história.' }));
    expect(keptForm('pt-BR')).toBeNull();
    keepForm(emptyForm('pt-BR'));
    expect(keptForm('pt-BR')).toBeNull();
  });
});

test('what decides something about a complaint waits for its answer only so long', async () => {
  const patience = vi.spyOn(AbortSignal, 'timeout');
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'TimeoutError')));
  vi.mocked(complaintsApi.draft).mockRestore();
  const filing = view().form as never;
  const asked = [
    complaintsApi.file(filing, 'key'),
    complaintsApi.draft('key'),
    complaintsApi.correct(drafted(), filing),
    complaintsApi.drop('91R4-5XKD', 'key'),
    complaintsApi.confirm('key', 1),
  ];
  expect(patience).toHaveBeenCalledTimes(asked.length);
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: false, problem: { status: 0 } });
  vi.unstubAllGlobals();
  vi.stubGlobal('scrollTo', () => undefined);
});

describe('a confirmation without an answer', () => {
  const CONFIRM = 'Confirmar a reclamação';
  const begin = async () => {
    const shown = show(Confirm, {});
    await screen.findByRole('button', { name: CONFIRM });
    return shown;
  };

  test('says that it did not arrive, once the complaint was read again and still waits', async () => {
    vi.spyOn(complaintsApi, 'confirm').mockResolvedValue({ ok: false, problem: ownProblem('offline') });
    const { text } = await begin();
    await press(CONFIRM);
    await screen.findByText('A confirmação não chegou. Confirme de novo.');
    expect(text()).not.toContain('Ainda não sabemos');
    // One that was held up may arrive yet.
    expect(text()).not.toContain('ainda não recebeu nada');
  });

  test('says while it is under way and uncertain not that nothing was received, and asks until it is known', async () => {
    vi.useRealTimers();
    let answer = (_: never) => undefined as void;
    vi.spyOn(complaintsApi, 'confirm').mockReturnValue(new Promise((tell) => (answer = tell)));
    const { text } = await begin();
    expect(text()).toContain('ainda não recebeu nada');
    await press(CONFIRM);
    await waitFor(() => expect(text()).toContain('A sua confirmação está a caminho.'));
    expect(text()).not.toContain('ainda não recebeu nada');

    const draft = vi.mocked(complaintsApi.draft).mockResolvedValue({ ok: false, problem: ownProblem('offline') });
    draft.mockClear();
    answer({ ok: false, problem: ownProblem('offline') } as never);
    await waitFor(() => expect(text()).toContain('Ainda não sabemos'));
    expect(text()).not.toContain('ainda não recebeu nada');
    draft.mockResolvedValue({ ok: false, problem: problem({ code: 'draft_over' }) });
    await waitFor(() => expect(heading()).toBe('Você já confirmou esta reclamação'), { timeout: 5_000 });
    expect(draft).toHaveBeenCalledTimes(2);
  });
});
