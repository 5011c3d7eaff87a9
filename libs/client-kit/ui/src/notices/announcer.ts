import { effect, inject, Service, signal } from '@angular/core';
import { Language } from '../texts/language';

/** Says something to people who do not see the page; the frame renders it into a live region. */
@Service()
export class Announcer {
  readonly said = signal('');

  constructor() {
    const language = inject(Language);
    // What was said in another language is not said again.
    effect(() => {
      language.current();
      this.said.set('');
    });
  }

  say(text: string): void {
    this.said.set('');
    setTimeout(() => this.said.set(text), 50);
  }
}
