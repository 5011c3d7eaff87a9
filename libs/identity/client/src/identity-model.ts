import { Service, signal } from '@angular/core';

type Model = typeof import('@lotse/identity/model');

/**
 * This room's contracts, fetched when they are first needed. The first page shares this room with all others: with the contracts it would
 * wait for the library that checks them as well.
 */
@Service()
export class IdentityModel {
  private readonly found = signal<Model | undefined>(undefined);
  private fetching: Promise<Model> | undefined;

  /** Undefined until it has arrived; asking for it fetches it. */
  loaded(): Model | undefined {
    // What cannot be fetched is fetched with the next call; the page itself says that there is no connection.
    this.fetch().catch(() => undefined);
    return this.found();
  }

  fetch(): Promise<Model> {
    this.fetching ??= import('@lotse/identity/model').then(
      (model) => {
        this.found.set(model);
        return model;
      },
      (thrown: unknown) => {
        this.fetching = undefined;
        throw thrown;
      },
    );
    return this.fetching;
  }
}
