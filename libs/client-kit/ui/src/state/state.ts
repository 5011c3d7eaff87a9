import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, effect, input, linkedSignal, output, signal, type Resource } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { Failure } from './failure';
import { Loaded } from './loaded';

/** Why there is nothing to show: nothing exists yet, a filter leaves nothing over, or all work is done. */
export type Emptiness = 'none' | 'filtered' | 'done';

const quiet = 200;
const long = 5_000;

/**
 * The states of everything that is read: skeleton (after 200 ms), failure with a way to try again, empty, loaded. While it is read again,
 * what was there stays.
 */
@Component({
  selector: 'lotse-state',
  imports: [Failure, Icon, NgTemplateOutlet],
  template: `
    @if (failed()) {
      <lotse-failure [problem]="of().error()" (retry)="again()" />
    } @else if (shown() === undefined) {
      @if (waiting() !== 'quiet') {
        <div class="skeleton" role="status">
          <span class="visually-hidden">{{ t('kit.state.loading') }}</span>
          @for (row of skeleton(); track $index) {
            <div class="skeleton-row" [style.block-size]="rowHeight() ? rowHeight() + 'px' : null"></div>
          }
          @if (waiting() === 'long') {
            <p class="skeleton-note">{{ t('kit.state.takesLong') }}</p>
          }
        </div>
      }
    } @else if (empty() && !of().isLoading()) {
      <div class="empty" [attr.data-kind]="emptiness()">
        <lotse-icon [name]="emptiness() === 'done' ? 'circle-check' : emptiness() === 'filtered' ? 'search' : 'inbox'" [size]="28" />
        <p>{{ emptyText() || t('kit.state.empty.' + emptiness()) }}</p>
        <ng-content select="[stateAct]" />
      </div>
    } @else {
      <div class="loaded" [attr.aria-busy]="of().isLoading() || null">
        <ng-container *ngTemplateOutlet="loaded().template; context: { $implicit: shown() }" />
      </div>
    }
  `,
})
export class State {
  protected readonly t = injectText();
  protected readonly loaded = contentChild.required<Loaded<unknown>>(Loaded);

  readonly of = input.required<Resource<unknown>>();
  /** Whether what was read holds nothing. */
  readonly empty = input(false);
  readonly emptiness = input<Emptiness>('none');
  readonly emptyText = input<string>();
  readonly rows = input(5);
  /** In pixels; by default as high as a row of a list. */
  readonly rowHeight = input<number>();
  /** Without a listener the resource is simply read again. */
  readonly retry = output();

  private readonly present = computed(() => (this.of().hasValue() ? this.of().value() : undefined));
  /** Keeps the last value while the next one is on its way. */
  protected readonly shown = linkedSignal<unknown, unknown>({
    source: this.present,
    computation: (value, previous) => value ?? (this.failed() ? undefined : previous?.value),
  });
  protected readonly failed = computed(() => this.of().status() === 'error');
  protected readonly skeleton = computed(() => Array.from({ length: this.rows() }));
  protected readonly waiting = signal<'quiet' | 'visible' | 'long'>('quiet');

  constructor() {
    effect((onCleanup) => {
      if (!this.of().isLoading()) return;
      this.waiting.set('quiet');
      const timers = [setTimeout(() => this.waiting.set('visible'), quiet), setTimeout(() => this.waiting.set('long'), long)];
      onCleanup(() => timers.forEach(clearTimeout));
    });
  }

  protected again(): void {
    this.retry.emit();
    const resource = this.of() as Resource<unknown> & { reload?: () => boolean };
    resource.reload?.();
  }
}
