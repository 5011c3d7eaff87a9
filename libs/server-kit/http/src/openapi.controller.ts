import { endpoint, type Endpoint } from '@lotse/kernel';
import { Controller } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import * as z from 'zod';
import { openApiOf } from './openapi';
import { CONTRACT, Serves } from './serves';

export const readOpenApi = endpoint({
  method: 'GET',
  path: 'openapi.json',
  summary: 'This document.',
  may: 'anyone',
  response: z.any(),
});

/** Serves the OpenAPI document of whatever contracts this process serves. */
@Controller()
export class OpenApiController {
  private document: unknown;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  @Serves(readOpenApi)
  read(): unknown {
    this.document ??= openApiOf(this.contracts(), '0.1.0');
    return this.document;
  }

  /** The contracts of all handlers, once each. */
  contracts(): Endpoint[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: Record<string, () => unknown> }).prototype;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => this.reflector.get<Endpoint | undefined>(CONTRACT, prototype[name]!))
        .filter((contract) => contract !== undefined);
    });
  }
}
