import { Service, signal } from '@angular/core';

/** Says something to people who do not see the page; the frame renders it into a live region. */
@Service()
export class Announcer {
  readonly said = signal('');

  say(text: string): void {
    this.said.set('');
    setTimeout(() => this.said.set(text), 50);
  }
}
