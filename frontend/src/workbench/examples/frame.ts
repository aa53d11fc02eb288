import { createRawSnippet } from 'svelte';
import BackLink from '$lib/components/BackLink.svelte';
import DeadEnd from '$lib/components/DeadEnd.svelte';
import Dialog from '$lib/components/Dialog.svelte';
import Ended from '$lib/components/Ended.svelte';
import Facts from '$lib/components/Facts.svelte';
import Frame from '$lib/components/Frame.svelte';
import Icon from '$lib/components/Icon.svelte';
import LanguageSwitch from '$lib/components/LanguageSwitch.svelte';
import LeaveSheet from '$lib/components/LeaveSheet.svelte';
import Loading from '$lib/components/Loading.svelte';
import Logo from '$lib/components/Logo.svelte';
import Missing from '$lib/components/Missing.svelte';
import Rail from '$lib/components/Rail.svelte';
import RailFrame from '$lib/components/RailFrame.svelte';
import Rules from '$lib/components/Rules.svelte';
import StillLeaving from '$lib/components/StillLeaving.svelte';
import ThemeSwitch from '$lib/components/ThemeSwitch.svelte';
import Trouble from '$lib/components/Trouble.svelte';
import UnsentList from '$lib/components/UnsentList.svelte';
import { ICONS, type IconName } from '$lib/icons';
import { problem } from '../builders/case';
import { example } from '../example';

const nothing = () => undefined;
const left = [
  { what: 'message', words: 'A geladeira parou de gelar de novo, e o técnico não veio no dia marcado.' },
  { what: 'file', words: 'porta.jpg' },
  { what: 'draft', words: 'Ainda espero' },
  { what: 'offer' },
  { what: 'complaint' },
  { what: 'file', words: 'nota.pdf' },
] as const;
const words = (html: string) => createRawSnippet(() => ({ render: () => html }));
const facts = [
  { icon: 'money', title: 'De graça', text: 'Você não paga nada.' },
  { icon: 'leave', title: 'Você pode sair', text: 'Quando quiser.' },
] as const;

export default [
  example('LeaveSheet', LeaveSheet, { much: () => ({ left, onyes: nothing, onclose: nothing }) }),
  example('StillLeaving', StillLeaving, { plain: () => ({}) }),
  example('UnsentList', UnsentList, { much: () => ({ left }), one: () => ({ left: left.slice(0, 1) }) }),
  example('BackLink', BackLink, { plain: () => ({ href: '#' }), named: () => ({ href: '#', label: 'Casos' }) }),
  example('DeadEnd', DeadEnd, {
    plain: () => ({ title: 'Nada aqui', body: 'O endereço não leva a lugar algum.', href: '#', words: 'Início' }),
  }),
  example(
    'Dialog',
    Dialog,
    {
      sheet: () => ({
        title: 'Certeza?',
        children: words('<p>Isso não se desfaz.</p>'),
        footer: words('<button class="btn pri">Sim</button>'),
        onclose: nothing,
      }),
      wide: () => ({
        shape: 'wide' as const,
        title: 'Regras',
        children: words('<p>Seis regras.</p>'),
        onclose: nothing,
      }),
      full: () => ({
        shape: 'full' as const,
        title: 'Proposta',
        children: words('<p>Termos.</p>'),
        footer: words('<button class="btn pri">Enviar</button>'),
        onclose: nothing,
      }),
      drawer: () => ({ shape: 'drawer' as const, title: 'Guia', children: words('<p>Passos.</p>'), onclose: nothing }),
    },
    { modal: true, density: 'both' },
  ),
  example('Ended', Ended, { plain: () => ({}) }),
  example('Facts', Facts, { two: () => ({ facts }) }),
  example('Frame', Frame, {
    plain: () => ({ title: 'Seus casos', children: words('<div class="page"><h1>Seus casos</h1></div>') }),
  }),
  example(
    'Icon',
    Icon,
    Object.fromEntries((Object.keys(ICONS) as IconName[]).map((name) => [name, () => ({ name, size: 24 })])),
    { density: 'both' },
  ),
  example('LanguageSwitch', LanguageSwitch, { plain: () => ({}), short: () => ({ short: true }) }, { density: 'both' }),
  example('Loading', Loading, { plain: () => ({}), 'of a room': () => ({ blocks: [52, 60, 320, 64] }) }),
  example('Logo', Logo, { plain: () => ({}), small: () => ({ size: 20 }) }, { density: 'both' }),
  example('Missing', Missing, { plain: () => ({}) }),
  example(
    'Rail',
    Rail,
    {
      two: () => ({
        links: [
          { href: '#', icon: 'people', words: 'Casos', here: 'page' },
          { href: '#a', icon: 'help', words: 'Ajuda' },
        ] as const,
      }),
    },
    { density: 'dense' },
  ),
  example(
    'RailFrame',
    RailFrame,
    { plain: () => ({ rail: words('<nav aria-label="Trilho">…</nav>'), children: words('<h1>Mesa</h1>') }) },
    { density: 'dense' },
  ),
  example('Rules', Rules, { plain: () => ({ onclose: nothing }) }, { modal: true }),
  example('ThemeSwitch', ThemeSwitch, { plain: () => ({}), small: () => ({ small: true }) }, { density: 'both' }),
  example(
    'Trouble',
    Trouble,
    {
      'may be tried again': () => ({ problem: problem({ code: 'offline', status: 0 }), retry: nothing }),
      'with a request id': () => ({ problem: problem({ status: 500, code: 'internal', request_id: 'r-77' }) }),
    },
    { density: 'both' },
  ),
];
