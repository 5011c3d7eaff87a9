import type { Endpoint } from '@lotse/kernel';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  applyDecorators,
  createParamDecorator,
  Header,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { endTransaction } from './end-transaction';

/** Where a handler keeps its contract. */
export const CONTRACT = 'lotse:contract';

type Handler = (this: object, ...given: unknown[]) => unknown;

/** The contracts of handlers: one look for each request, where asking for meta data goes through everything that is known of a handler. */
const contracts = new WeakMap<object, Endpoint>();

/** The contract of a handler; undefined when it has none. */
export function contractOf(handler: object): Endpoint | undefined {
  const known = contracts.get(handler);
  if (known) return known;
  const found = Reflect.getMetadata(CONTRACT, handler) as Endpoint | undefined;
  if (found) contracts.set(handler, found);
  return found;
}

/** Hands a handler what it was called with, beside what its route names. */
const Context = createParamDecorator((_: unknown, context: ExecutionContext) => context);

/**
 * Binds a handler to its contract: route, status, permission, what its answer is cut to, and the end of its transaction. A handler without
 * one answers 403.
 */
export const Serves =
  (contract: Endpoint): MethodDecorator =>
  (target, key, descriptor) => {
    const handler = descriptor.value as Handler;
    // Behind the last one that the handler names.
    const at = handler.length;
    Context()(target, key, at);
    descriptor.value = withMetadataOf(handler, function (...given) {
      return endTransaction(given[at] as ExecutionContext, () => handler.apply(this, given));
    }) as typeof descriptor.value;
    boundTo(contract)(target, key, descriptor);
  };

function boundTo(contract: Endpoint): MethodDecorator {
  const type = contract.media?.startsWith('text/') ? `${contract.media}; charset=utf-8` : contract.media;
  return applyDecorators(
    SetMetadata(CONTRACT, contract),
    RequestMapping({
      path: contract.path.startsWith('public/') ? `/${contract.path}` : `/api/${contract.path}`,
      method: RequestMethod[contract.method],
    }),
    RouteConfig({ contract }),
    HttpCode(contract.status ?? 200),
    ...(type ? [Header('content-type', type)] : []),
  );
}

/** What other decorators have said of a handler is said of what stands in its place. */
function withMetadataOf(handler: Handler, instead: Handler): Handler {
  for (const key of Reflect.getMetadataKeys(handler) as string[]) Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), instead);
  return instead;
}
