import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { ReactsTo, type Reaction, type ReactsToOptions, type ToldEvent } from './reaction';

interface Registered {
  options: ReactsToOptions;
  reaction: Reaction;
}

/** Every reaction of the domains that this worker was put together of. */
@Injectable()
export class Reactions {
  private registered: Registered[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Who has something to do about an event. Most moves concern nobody but the screens that show them. */
  to(event: Pick<ToldEvent, 'name' | 'payload'>): Registered[] {
    this.registered ??= this.discovery
      .getProviders()
      .map((wrapper) => ({ options: this.discovery.getMetadataByDecorator(ReactsTo, wrapper), reaction: wrapper.instance as Reaction }))
      .filter((found): found is Registered => found.options !== undefined);
    return this.registered.filter(
      ({ options, reaction }) => options.events.includes(event.name) && (reaction.concerns?.(event.payload) ?? true),
    );
  }
}
