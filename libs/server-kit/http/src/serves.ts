import type { Endpoint } from '@lotse/kernel';
import { RouteConfig } from '@nestjs/platform-fastify';
import { applyDecorators, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';

/** Where a handler keeps its contract. */
export const CONTRACT = 'lotse:contract';

/** Binds a handler to its contract: route, status, permission, and what its answer is cut to. A handler without one answers 403. */
export const Serves = (contract: Endpoint): MethodDecorator =>
  applyDecorators(
    SetMetadata(CONTRACT, contract),
    RequestMapping({
      path: contract.path.startsWith('public/') ? `/${contract.path}` : `/api/${contract.path}`,
      method: RequestMethod[contract.method],
    }),
    RouteConfig({ contract }),
    HttpCode(contract.status ?? 200),
    ...(contract.media
      ? [Header('content-type', contract.media.startsWith('text/') ? `${contract.media}; charset=utf-8` : contract.media)]
      : []),
  );
