import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import type { IconName } from '../icon/icon-name';

/** Something that can be done on the page one is on, by choosing it from a list of commands. */
export interface Command {
  /** Unique on its page. */
  readonly id: string;
  /** Verb and object, in the chosen language. */
  readonly label: string;
  /** What it will act on, such as a reference; never more than one line. */
  readonly hint?: string;
  readonly icon?: IconName;
  /** The letter that does the same in a list. */
  readonly letter?: string;
  run(): void;
}

/** What the open page offers to do; the palette of the frame lists it. */
@Service()
export class PageCommands {
  private readonly offers = signal<readonly (() => readonly Command[])[]>([]);

  /** All that is offered at the moment. */
  readonly all = computed(() => this.offers().flatMap((offered) => offered()));

  /** Adds what a page offers until the answer is called. */
  add(offered: () => readonly Command[]): () => void {
    this.offers.update((offers) => [...offers, offered]);
    return () => this.offers.update((offers) => offers.filter((other) => other !== offered));
  }
}

/**
 * Offers commands as long as the caller lives, in an injection context:
 * `offerCommands(() => this.chosen() ? [{ id: 'accept', label: this.t('…'), letter: this.keys.letterOf('accept'), run: () => this.accept() }] : []);`
 */
export function offerCommands(offered: () => readonly Command[]): void {
  inject(DestroyRef).onDestroy(inject(PageCommands).add(offered));
}
