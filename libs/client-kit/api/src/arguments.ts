import type { Endpoint } from '@lotse/kernel';
import type { z } from 'zod';

type Part<Name extends string, Schema> = Schema extends z.ZodType
  ? object extends z.input<Schema>
    ? { [Key in Name]?: z.input<Schema> }
    : { [Key in Name]: z.input<Schema> }
  : object;

type Version<Contract> = Contract extends { versioned: true } ? { version: number } : object;

/** What a read needs: the parts its contract declares. */
export type ReadArguments<Contract extends Endpoint> = Part<'params', Contract['params']> & Part<'query', Contract['query']>;

/** Keeps a function that gives arguments from naming what its contract does not know. */
export type OnlyKnown<Given, Arguments> = {
  [Name in keyof Given]: Name extends keyof Arguments
    ? { [Key in keyof Given[Name]]: Key extends keyof NonNullable<Arguments[Name]> ? unknown : never }
    : never;
};

/** What a call needs; acts on a versioned thing also need the version that was looked at. */
export type SendArguments<Contract extends Endpoint> = ReadArguments<Contract> &
  Part<'body', Contract['body']> &
  Version<Contract> & {
    /** One key per user's intention. Leave it out: a retry with the same content takes the same key by itself. */
    key?: string;
  };

/** All parts, as the request needs them. */
export interface AnyArguments {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}
