/** Readers of JSON that has exactly one form: no key more, none less. */
import { fromBase64, hashFromBase64 } from './bytes';
import { fromCanonical, isObject, type Json, type JsonObject } from './canonical';
import { Fault } from './fault';
import type { Hash } from './hash';
import { isTime, type Time } from './time';

/** A value does not have its form. */
export class NotOfForm extends Fault {}

export type Form<T> = (value: Json) => T;
type Fields = Record<string, Form<unknown>>;
type Read<F extends Fields> = { [K in keyof F]: F[K] extends Form<infer T> ? T : never };

function refuse(what: string): never {
  throw new NotOfForm(what);
}

export const text: Form<string> = (value) => (typeof value === 'string' ? value : refuse('not a text'));
export const flag: Form<boolean> = (value) => (typeof value === 'boolean' ? value : refuse('neither true nor false'));
export const integer: Form<number> = (value) => (typeof value === 'number' ? value : refuse('not a number'));
export const count: Form<number> = (value) => {
  const number = integer(value);
  return number >= 0 ? number : refuse('a number below 0');
};
export const time: Form<Time> = (value) => {
  const found = text(value);
  return isTime(found) ? found : refuse('not a time');
};
export const hash: Form<Hash> = (value) => hashFromBase64(text(value)) ?? refuse('not base64 of 32 bytes');
/** Base64 of bytes, which are not read. */
export const encoded: Form<string> = (value) => (fromBase64(text(value)) ? text(value) : refuse('not base64'));

export const such =
  (fits: (text: string) => boolean, what: string): Form<string> =>
  (value) =>
    fits(text(value)) ? text(value) : refuse(what);

export const oneOf =
  <T extends string>(...words: readonly T[]): Form<T> =>
  (value) =>
    words.find((word) => word === value) ?? refuse(`not one of ${words.join(', ')}`);

export const nullable =
  <T>(form: Form<T>): Form<T | null> =>
  (value) =>
    value === null ? null : form(value);

export const list =
  <T>(form: Form<T>): Form<T[]> =>
  (value) =>
    Array.isArray(value) ? value.map(form) : refuse('not a list');

/** An object whose keys are names. */
export const named =
  <T>(names: readonly string[], form: Form<T>): Form<Map<string, T>> =>
  (value) => {
    const entries = Object.entries(asObject(value));
    for (const [name] of entries) if (!names.includes(name)) refuse(`no name that may be here: ${name}`);
    return new Map(entries.map(([name, inner]) => [name, form(inner)]));
  };

export const asObject = (value: Json): JsonObject => (isObject(value) ? value : refuse('not an object'));

function fieldsOf<F extends Fields>(fields: F, object: JsonObject): Read<F> {
  const read = Object.entries(fields).map(([key, form]) => {
    const value = object[key];
    return [key, value === undefined ? refuse(`the key ${key} is missing`) : form(value)];
  });
  return Object.fromEntries(read) as Read<F>;
}

/** These keys at least. */
export const atLeast =
  <F extends Fields>(fields: F): Form<Read<F>> =>
  (value) =>
    fieldsOf(fields, asObject(value));

/** These keys, and of the optional ones any. */
export function object<F extends Fields, O extends Fields = Record<never, never>>(
  fields: F,
  optional: O = {} as O,
): Form<Read<F> & Partial<Read<O>>> {
  return (value) => {
    const found = asObject(value);
    for (const key in found)
      if (!Object.hasOwn(fields, key) && !Object.hasOwn(optional, key)) refuse(`no key that belongs here: ${key}`);
    const there = Object.fromEntries(Object.entries(optional).filter(([key]) => found[key] !== undefined)) as O;
    return { ...fieldsOf(fields, found), ...(fieldsOf(there, found) as Partial<Read<O>>) };
  };
}

/** Reads bytes in canonical form. */
export const read = <T>(form: Form<T>, bytes: Uint8Array): T => form(fromCanonical(bytes));
