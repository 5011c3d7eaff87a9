import { problemSchema, type Endpoint } from '@lotse/kernel';
import * as z from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  return json;
};

const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (!schema) return [];
  const json = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
};

const headersOf = (contract: Endpoint): Json[] => [
  ...(contract.query && contract.touches && contract.method === 'GET'
    ? [
        {
          name: 'Lotse-Query',
          in: 'header',
          required: false,
          description: 'Any of the query, written as in an address: for what is about a person and should stand in no log on the way.',
          schema: { type: 'string' },
        },
      ]
    : []),
  ...(contract.versioned
    ? [{ name: 'If-Match', in: 'header', required: true, description: 'The version you looked at, in quotes.', schema: { type: 'string' } }]
    : []),
  ...(contract.method === 'GET' || contract.repeatable
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Repeats are answered without being done twice.',
          schema: { type: 'string', maxLength: 255 },
        },
      ]),
];

const problemAnswer = (codes: readonly string[]): Json => ({
  description: codes.join(', '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What can go wrong: the problems a contract lists, and those that come with its shape. */
function failuresOf(contract: Endpoint): Json {
  const codes = new Map<number, string[]>();
  const add = (status: number, code: string) => codes.set(status, [...(codes.get(status) ?? []), code]);
  for (const kind of contract.problems ?? []) add(kind.status, kind.code);
  if (contract.body) add(422, 'invalid-input');
  if (contract.versioned) add(412, 'version-missing');
  if (contract.versioned) add(409, 'version-stale');
  return Object.fromEntries([...codes].map(([status, found]) => [status, problemAnswer(found)]));
}

const bodyOf = ({ body }: Endpoint): Json =>
  body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } } : {};

/** The first part of the path: what a contract is about. */
const tagOf = ({ path }: Endpoint): string => path.replace(/^public\//, '').split('/')[0]!;

function operationOf(contract: Endpoint): Json {
  return {
    summary: contract.summary,
    tags: [tagOf(contract)],
    'x-permission': contract.may,
    ...(contract.touches ? { 'x-touches': contract.touches } : {}),
    ...(contract.may === 'anyone' ? { security: [] } : {}),
    parameters: [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query'), ...headersOf(contract)],
    ...bodyOf(contract),
    responses: {
      [contract.status ?? 200]: {
        description: 'Success',
        content: { [contract.media ?? 'application/json']: { schema: schemaOf(contract.response, 'output') } },
      },
      ...failuresOf(contract),
    },
  };
}

/** The OpenAPI document of a set of contracts. It is derived, never written, so it cannot differ from what is served. */
export function openApiOf(contracts: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const contract of [...contracts].sort((first, second) => first.path.localeCompare(second.path))) {
    const base = contract.path.startsWith('public/') ? '/' : '/api/';
    const path = base + contract.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lotse', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lotse_session' } },
    },
  };
}
