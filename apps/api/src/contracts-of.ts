import type { Endpoint } from '@lotse/kernel';
import { CONTRACT } from '@lotse/server-kit/http';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

/** The contracts that an application serves: its route table. */
export function contractsOf(app: INestApplicationContext): Endpoint[] {
  const [discovery, scanner, reflector] = [
    app.get(DiscoveryService, { strict: false }),
    app.get(MetadataScanner, { strict: false }),
    app.get(Reflector),
  ];
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, () => unknown> }).prototype;
    return scanner.getAllMethodNames(prototype).flatMap((name) => reflector.get<Endpoint>(CONTRACT, prototype[name]!) ?? []);
  });
}
