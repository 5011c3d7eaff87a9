import { afterNextRender, Component, effect, type ElementRef, inject, Injector, input, untracked, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { PageArrivals } from './page-arrivals';

/**
 * The frame of every page: its heading (which takes the focus when one arrives), its acts, its content. Names the browser's tab too.
 * Slots: `[pageActs]` right of the heading, `[pageNote]` below it, everything else is the content.
 */
@Component({
  selector: 'lotse-page',
  imports: [Icon, RouterLink],
  template: `
    @if (back(); as back) {
      <a class="page-back" [routerLink]="back"><lotse-icon name="arrow-left" [size]="16" />{{ backLabel() }}</a>
    }
    <header class="page-head">
      <div class="page-heading">
        <h1 #heading tabindex="-1">
          {{ title() }}
          @if (count() !== undefined) {
            <span class="page-count">{{ count() }}</span>
          }
        </h1>
        @if (lead(); as lead) {
          <p class="page-lead">{{ lead }}</p>
        }
        <ng-content select="[pageNote]" />
      </div>
      <div class="page-acts"><ng-content select="[pageActs]" /></div>
    </header>
    <ng-content />
  `,
  host: { class: 'page', '[attr.title]': 'null', '[attr.data-width]': 'width()', '[attr.aria-busy]': 'busy() || null' },
})
export class Page {
  private readonly injector = inject(Injector);
  private readonly arrivals = inject(PageArrivals);
  private readonly browserTitle = inject(Title);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly title = input.required<string>();
  /** What the browser's tab and history say when the heading is a person's name: names stay on the page. */
  readonly tabTitle = input<string>();
  /** One sentence below the heading. */
  readonly lead = input<string>();
  /** How many wait here; also shown in the browser's tab. */
  readonly count = input<number | string>();
  readonly busy = input(false);
  /** `narrow` for forms and single things, `full` for lists beside a preview. */
  readonly width = input<'normal' | 'narrow' | 'full'>('normal');
  /** Where the way back leads; with its label. */
  readonly back = input<string | unknown[]>();
  readonly backLabel = input<string>();

  constructor() {
    effect(() => {
      const count = this.count();
      const title = this.tabTitle() ?? this.title();
      if (title) this.browserTitle.setTitle(`${title}${count === undefined ? '' : ` (${count})`} – Lotse`);
    });
    effect(() => {
      if (this.arrivals.count() > 0) untracked(() => this.focusHeading());
    });
  }

  /** Puts the focus on the heading, for example after the thing below it was finished. */
  focusHeading(): void {
    afterNextRender({ write: () => this.heading().nativeElement.focus({ preventScroll: true }) }, { injector: this.injector });
  }
}
