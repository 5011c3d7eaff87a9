import { Component, inject, input } from '@angular/core';
import type { FurtherPages } from '@lotse/client-kit/api';
import { Announcer } from '../notices/announcer';
import { Failure } from '../state/failure';
import { injectText } from '../texts/inject-text';
import { LoadMore } from './load-more';

/** The end of a list that is read page by page, or why it does not go on: `<lotse-rest-of-list [pages]="further" />`. */
@Component({
  selector: 'lotse-rest-of-list',
  imports: [Failure, LoadMore],
  template: `
    @if (pages().problem(); as problem) {
      <lotse-failure [problem]="problem" (retry)="load()" />
    } @else {
      <lotse-load-more [more]="pages().hasMore()" [busy]="pages().busy()" (load)="load()" />
    }
  `,
})
export class RestOfList {
  private readonly t = injectText();
  private readonly announcer = inject(Announcer);
  readonly pages = input.required<FurtherPages<unknown>>();

  protected async load(): Promise<void> {
    const before = this.pages().items().length;
    await this.pages().load();
    const count = this.pages().items().length - before;
    if (count > 0) this.announcer.say(this.t('kit.list.loaded', { count }));
  }
}
