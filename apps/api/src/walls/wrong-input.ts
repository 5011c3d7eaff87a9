import fc from 'fast-check';
import { patternOf, type IdsByField } from './example-of';

type Json = Readonly<Record<string, unknown>>;

/** What no field means, whatever its type: too large, too early, nothing, something else, and the signs that other programs stumble over. */
const oddities: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\0',
  '\ud83d',
  '\u202e\u200b',
  '%',
  "'; drop table person; --",
  '<img src=x onerror=alert(1)>',
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  '=1+1',
  'ä'.repeat(5_000),
  '9'.repeat(400),
  '0000-00-00',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '-271821-04-20T00:00:00.000Z',
  '018f0000-0000-7000-8000-00000000ffff',
  [],
  {},
  [[[]]],
  { $ne: null },
  { toString: 'x', length: 1e9 },
];

/** Fits its format, and is at the very edge of it. */
const edges: Readonly<Record<string, readonly string[]>> = {
  uuid: ['018f0000-0000-7000-8000-00000000ffff', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
  date: ['0001-01-01', '1900-02-28', '2028-02-29', '2099-12-31', '9999-12-31'],
  'date-time': ['0001-01-01T00:00:00.000Z', '2026-10-25T02:30:00+02:00', '2026-12-31T23:59:60Z', '9999-12-31T23:59:59.999Z'],
  time: ['00:00', '23:59', '24:00'],
  email: ['somebody@example.org', `${'a'.repeat(60)}@${'b'.repeat(60)}.example`],
  uri: ['https://example.org', 'javascript:alert(1)', 'http://127.0.0.1:1/'],
};
const texts = [
  'a',
  'Zoë',
  '%_\\',
  "O'Brien",
  '🙂',
  '\u202eabc',
  '<b>',
  '08336081',
  '79650',
  '123456',
  '08:00',
  'FREQ=DAILY',
  'inbox',
  '2027-03-04',
];

/** Values that mostly fit a schema, and now and then do not: what gets past the first look and what does not. */
export function inputsOf(schema: Json, ids: IdsByField, field = '', defs = schema): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, ids, field, defs);
  return fc.oneof({ weight: 24, arbitrary: fitting }, { weight: 1, arbitrary: fc.constantFrom(...oddities) });
}

function fittingOf(schema: Json, ids: IdsByField, field: string, defs: Json): fc.Arbitrary<unknown> {
  if (typeof schema['$ref'] === 'string') return fittingOf(referred(schema['$ref'], defs), {}, field, {});
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (choices) return fc.oneof(...choices.map((choice) => fittingOf(choice, ids, field, defs)));
  const make = byType[String(schema['type'])];
  return make ? make(schema, ids, field, defs) : fc.constantFrom(...oddities);
}

/** A schema that names itself is followed one step. */
function referred(reference: string, defs: Json): Json {
  const all = (defs['$defs'] ?? {}) as Record<string, Json>;
  return all[reference.split('/').at(-1)!] ?? {};
}

const byType: Readonly<Record<string, (schema: Json, ids: IdsByField, field: string, defs: Json) => fc.Arbitrary<unknown>>> = {
  object: objectOf,
  array: (schema, ids, field, defs) => {
    const least = Number(schema['minItems'] ?? 0);
    const most = Math.max(least, Math.min(Number(schema['maxItems'] ?? 3), 3));
    return fc.array(inputsOf((schema['items'] ?? {}) as Json, ids, field, defs), { minLength: least, maxLength: most });
  },
  boolean: () => fc.boolean(),
  integer: numberOf,
  number: numberOf,
  null: () => fc.constant(null),
  string: textOf,
};

function numberOf(schema: Json): fc.Arbitrary<number> {
  const least = Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? -(2 ** 31));
  const most = Number(schema['maximum'] ?? schema['exclusiveMaximum'] ?? 2 ** 31);
  return fc.constantFrom(least, least + 1, 1, 2, 5, most - 1, most);
}

function textOf(schema: Json, ids: IdsByField, field: string): fc.Arbitrary<string> {
  const known = ids[field];
  const atEdge = edges[String(schema['format'])];
  const most = Math.min(Number(schema['maxLength'] ?? 300), 5_000);
  const free = [...texts, 'x'.repeat(most), '\u00e4'.repeat(most)].map((text) =>
    text.slice(0, most).padEnd(Number(schema['minLength'] ?? 0), '0'),
  );
  const pattern = patternOf(schema);
  const right = atEdge ?? free.filter((text) => !pattern || pattern.test(text));
  const any = right.length > 0 ? right : free;
  return known
    ? fc.oneof({ weight: 6, arbitrary: fc.constant(known) }, { weight: 1, arbitrary: fc.constantFrom(...any) })
    : fc.constantFrom(...any);
}

function objectOf(schema: Json, ids: IdsByField, _: string, defs: Json): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  const required = new Set((schema['required'] ?? []) as string[]);
  const parts = properties.map(([name, property]) =>
    fc.tuple(fc.constant(name), inputsOf(property, ids, name, defs), fc.integer({ min: 0, max: 39 })),
  );
  const stranger = fc.integer({ min: 0, max: 39 });
  return fc.tuple(fc.tuple(...parts), stranger).map(([named, planted]) => ({
    ...Object.fromEntries(
      named.filter(([name, , chance]) => (required.has(name) ? chance > 0 : chance < 16)).map(([name, value]) => [name, value]),
    ),
    ...(planted === 0 ? { organisationId: 'x', isAdmin: true } : {}),
  }));
}
