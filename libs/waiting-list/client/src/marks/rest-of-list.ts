import { Component, input } from '@angular/core';
import { Failure, LoadMore } from '@lotse/client-kit/ui';
import type { FurtherPages } from '../words/further-pages';

/** The end of a list that goes on, or why it does not. */
@Component({
  selector: 'lotse-rest-of-list',
  imports: [Failure, LoadMore],
  template: `
    @if (pages().problem(); as problem) {
      <lotse-failure [problem]="problem" (retry)="pages().load()" />
    } @else {
      <lotse-load-more [more]="pages().hasMore()" [busy]="pages().busy()" (load)="pages().load()" />
    }
  `,
})
export class RestOfList {
  readonly pages = input.required<FurtherPages<unknown>>();
}
