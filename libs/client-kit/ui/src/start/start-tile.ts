import { InjectionToken, type Type } from '@angular/core';

/** What a domain puts on the start page: a component of its own, for those who hold the permission. */
export interface StartTile {
  /** `due` is the list of what is due now (wide), `tile` a way into a worklist with its count. */
  readonly area: 'due' | 'tile';
  /** Smaller comes first. */
  readonly order: number;
  readonly permission: string;
  readonly load: () => Promise<Type<unknown>>;
}

/** All tiles of all domains; provide with `multi: true`. */
export const START_TILES = new InjectionToken<readonly (readonly StartTile[])[]>('START_TILES');
