/** Changes of JSON: somewhere in a value, something becomes something else. */
import type { Json, JsonObject } from '../canonical';
import type { Chance } from './chance';

const TEXTS = [
  '',
  ' ',
  'x',
  'system',
  'consumer',
  'company',
  'mediator',
  'coordinator',
  'joint',
  'procedure',
  'caucus:consumer',
  'caucus:consumer/2',
  'caucus:company',
  'notes:mediator',
  'joint/2',
  'agreement',
  'procedural',
  'packet',
  'register',
  'passkey',
  'totp',
  'email_code',
  'origin_system',
  'origin_company',
  'evidence_file',
  'content',
  'author',
  'origin',
  'lost',
  'too_large',
  'profile',
  'message_posted',
  'parts_erased',
  'agreement_signed',
  'agreement_concluded',
  'agreement_sealed',
  'agreement_drafted',
  'phase_changed',
  'obligations_started',
  'Ação 😀',
  'e\u0301',
  '\u0001',
  '\u007f',
  '\u2028',
  'A'.repeat(44),
  `${'A'.repeat(43)}=`,
  'AAAA',
  'AAB=',
  'AA==',
  '2026-11-21T18:04:05.123Z',
  '2026-11-21T09:00:00.000Z',
  '2026-11-22T23:00:00.000Z',
  '2026-02-29T00:00:00.000Z',
  '2026-11-21',
  '2026-02-30',
  'image/png',
  'text/plain',
  'application/zip',
  '__proto__',
  'constructor',
  'pt-BR',
  'de',
  '{"a":1}',
  '"',
  '\\',
  '/',
];
const NUMBERS = [0, 1, 2, 3, 7, 8, 9, -1, 100, 2 ** 31, 2 ** 32, 2 ** 53 - 1, -(2 ** 53 - 1)];
const KEYS = [
  'at',
  'proof',
  'assertion',
  'authority',
  'extra',
  'phase',
  'v',
  '__proto__',
  'constructor',
  'é',
  'zz',
  'origin_company',
  'origin',
  'chosen',
];

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function anyValue(chance: Chance): Json {
  return chance.pick<() => Json>([
    () => null,
    () => chance.once(2),
    () => chance.pick(NUMBERS),
    () => chance.pick(TEXTS),
    () => [],
    () => ({}),
    () => [chance.pick(TEXTS)],
    () => ({ [chance.pick(KEYS)]: chance.pick(TEXTS) }),
  ])();
}

/** The same value said differently, or nearly. */
function bent(value: Json, chance: Chance): Json {
  if (typeof value === 'string') {
    return chance.pick<() => Json>([
      () => chance.pick(TEXTS),
      () => `${value}${chance.pick(TEXTS)}`,
      () => value.slice(0, -1),
      () => value.toUpperCase(),
      () => ({ [value]: null }),
      () => [value],
      () => null,
      () => flipped(value, chance),
      () => flipped(value, chance),
    ])();
  }
  if (typeof value === 'number') {
    return chance.pick<() => Json>([
      () => value + 1,
      () => value - 1,
      () => -value,
      () => String(value),
      () => chance.pick(NUMBERS),
      () => null,
    ])();
  }
  if (isObject(value)) {
    const keys = Object.keys(value);
    return chance.pick<() => Json>([
      () => keys.sort().map((key) => value[key] ?? null),
      () => ({ ...value, [chance.pick(KEYS)]: anyValue(chance) }),
      () => without(value, keys.length > 0 ? chance.pick(keys) : ''),
      () => without(value, keys.length > 0 ? chance.pick(keys) : ''),
      () => ({}),
      () => null,
    ])();
  }
  if (Array.isArray(value)) {
    const at = value.length > 0 ? chance.below(value.length) : 0;
    return chance.pick<() => Json>([
      () => value.filter((_, nth) => nth !== at),
      () => [...value.slice(0, at + 1), ...value.slice(at)],
      () => [...value].reverse(),
      () => [],
      () => [...value, anyValue(chance)],
      () => Object.fromEntries(value.map((item, nth) => [String(nth), item])),
      () => null,
    ])();
  }
  return anyValue(chance);
}

/** One character becomes its neighbour. */
function flipped(text: string, chance: Chance): string {
  if (text === '') return 'a';
  const at = chance.below(text.length);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
}

function without(object: JsonObject, key: string): JsonObject {
  const rest = { ...object };
  delete rest[key];
  return rest;
}

/** Changes something, somewhere. */
export function changed(value: Json, chance: Chance): Json {
  const inner = isObject(value) ? Object.keys(value) : Array.isArray(value) ? value.map((_, nth) => nth) : [];
  if (inner.length === 0 || chance.once(5)) return bent(value, chance);
  const where = chance.pick<string | number>(inner);
  if (Array.isArray(value)) return value.map((item, nth) => (nth === where ? changed(item, chance) : item));
  const object = value as JsonObject;
  return { ...object, [where]: changed(object[where] ?? null, chance) };
}
