import type { Endpoint } from '@lotse/kernel';
import * as z from 'zod';

type Json = Record<string, unknown>;

/** Ids that fit by the name of the field; everything else is made from the schema. */
export type IdsByField = Readonly<Record<string, string>>;

const textOfFormat: Readonly<Record<string, string>> = {
  uuid: '018f0000-0000-7000-8000-00000000abcd',
  date: '2027-03-04',
  'date-time': '2027-03-04T09:00:00.000Z',
  email: 'somebody@example.org',
  uri: 'https://example.org',
};

/** What fits the patterns that contracts use; a new pattern is added here. */
const textsToTry = [
  '08336081',
  '79650',
  'A123456780',
  'inbox',
  'klinik.example',
  '123456',
  '123456789',
  'abcdefghijklmnop',
  'ABCDEFGH',
  '2027-03-04',
  'a',
  'de',
  '08:00',
  '1',
  '08336',
  'a'.repeat(43),
  '09:00',
  'FREQ=DAILY',
  'de',
];

/** A body or query that a contract takes, with ids of things there are; undefined when the contract takes none. */
export function exampleOf(schema: z.ZodType | undefined, ids: IdsByField): unknown {
  if (!schema) return undefined;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return valueOf(json, ids, '');
}

/** Whether a contract reads what was made for it: without that a refusal says nothing about walls. */
export const isReadBy = (contract: Endpoint, body: unknown): boolean => !contract.body || contract.body.safeParse(body).success;

function valueOf(schema: Json, ids: IdsByField, field: string): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choice = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (choice) return valueOf(choice[0]!, ids, field);
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, ids);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 1) }, () => valueOf((schema['items'] ?? {}) as Json, ids, field));
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'string':
      return textOf(schema, ids, field);
    default:
      return null;
  }
}

function numberOf(schema: Json): number {
  const [above, step] = [Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 0) + 1, Number(schema['multipleOf'] ?? 1)];
  return Math.ceil(above / step) * step;
}

function objectOf(schema: Json, ids: IdsByField): Json {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const required = new Set((schema['required'] ?? []) as string[]);
  // Ids that need not be given are given all the same: they are what somebody would guess.
  const named = Object.entries(properties).filter(([name]) => required.has(name) || name in ids);
  return Object.fromEntries(named.map(([name, property]) => [name, valueOf(property, ids, name)]));
}

/** The pattern a contract asks of a text: our own, never one that somebody typed. */
export const patternOf = (schema: Readonly<Record<string, unknown>>): RegExp | undefined =>
  schema['pattern'] ? new RegExp(String(schema['pattern']), 'u') : undefined;

function textOf(schema: Json, ids: IdsByField, field: string): string {
  if (ids[field]) return ids[field];
  const format = textOfFormat[String(schema['format'])];
  if (format) return format;
  const pattern = patternOf(schema);
  const fits = (text: string) => (!pattern || pattern.test(text)) && text.length >= Number(schema['minLength'] ?? 0);
  return (
    textsToTry.find((text) => fits(text) && text.length <= Number(schema['maxLength'] ?? Infinity)) ?? 'für diese Probe reicht ein Satz'
  );
}
