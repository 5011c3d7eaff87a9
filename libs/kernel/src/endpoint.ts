import type { z } from 'zod';
import type { Permission } from './permission';
import type { ProblemKind } from './problem';

/** Who may call: the holders of a permission, everybody who is signed in, or anyone at all. */
export type May = Permission | 'signed-in' | 'anyone';

/** What kind of thing an answer shows; the chronicle records a look at anything that leads to a person. */
export type Touches = 'person' | 'referral' | 'waiting-list' | 'offer' | 'release' | 'enquiry';

/** How a route is held back when somebody calls it very often; the kit of the server says how many calls each class allows. */
export type RouteClass = 'sign-in' | 'search' | 'write' | 'export' | 'read';

/** One contract: the single definition of a route, for the server, the typed client, the forms and the OpenAPI document. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api` (or below `/` when it starts with `public/`), parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly may: May;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly problems?: readonly ProblemKind[];
  /** Set when the answer leads to a person: every call leaves a line in the chronicle. */
  readonly touches?: Touches;
  /** The status of success; 200 unless said otherwise. */
  readonly status?: 201;
  /** What kind of text the answer is when it is no JSON; the handler answers the text itself. */
  readonly media?: 'text/csv' | 'text/calendar' | 'application/pdf' | 'application/octet-stream';
  /** Set for acts on a versioned thing: the call must carry `If-Match: "<version>"`. */
  readonly versioned?: true;
  /** Set for writes that may be repeated without harm (the last one counts): no answer is kept for an Idempotency-Key. */
  readonly repeatable?: true;
  /** Set for the few acts of a session that still lacks the second factor its organisation requires: looking at itself, setting one up. */
  readonly whileLimited?: true;
  /** How often it may be called; follows from the rest of the contract (`routeClassOf`) unless said otherwise. */
  readonly limit?: RouteClass;
}

/** Declares a contract. A contract without `may` does not compile. */
export const endpoint = <const Contract extends Endpoint>(contract: Contract): Contract => contract;

/**
 * The class a contract belongs to when calls are counted: what anyone may send is a way to sign in, what answers a file is an export,
 * what looks for a text is a search, what changes something is a write, everything else is reading.
 */
export function routeClassOf(contract: Endpoint): RouteClass {
  if (contract.limit) return contract.limit;
  if (contract.media) return 'export';
  if (contract.method !== 'GET') return contract.may === 'anyone' ? 'sign-in' : 'write';
  const query = contract.query as { shape?: object } | undefined;
  return query?.shape && 'text' in query.shape ? 'search' : 'read';
}

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a caller sends. */
export type BodyInput<Contract extends Endpoint> = Input<Contract['body']>;
/** What an act receives after validation. */
export type BodyOf<Contract extends Endpoint> = Output<Contract['body']>;
export type ParamsOf<Contract extends Endpoint> = Output<Contract['params']>;
export type QueryInput<Contract extends Endpoint> = Input<Contract['query']>;
export type QueryOf<Contract extends Endpoint> = Output<Contract['query']>;
/** What a caller gets. */
export type AnswerOf<Contract extends Endpoint> = z.output<Contract['response']>;

/** The address of a contract with its parameters filled in, below the server's root. */
export function pathOf(contract: Endpoint, params: Readonly<Record<string, string>> = {}): string {
  const filled = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return contract.path.startsWith('public/') ? `/${filled}` : `/api/${filled}`;
}
