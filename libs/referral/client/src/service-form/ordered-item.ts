import { Component, inject, input, output } from '@angular/core';
import { Announcer, Icon, injectText } from '@lotse/client-kit/ui';

/** One of several things in an order: its number, and how to move or drop it. Alt with an arrow key moves it, wherever the focus is in it. */
@Component({
  selector: 'lotse-ordered-item',
  imports: [Icon],
  template: `
    <header>
      <h3>{{ heading() }}</h3>
      <span class="cluster">
        <button
          type="button"
          class="button icon-button"
          [attr.aria-label]="t('serviceForm.up', { name: heading() })"
          [attr.aria-disabled]="index() === 0 || null"
          (click)="go(-1)"
        >
          <lotse-icon name="arrow-up" [size]="16" />
        </button>
        <button
          type="button"
          class="button icon-button"
          [attr.aria-label]="t('serviceForm.down', { name: heading() })"
          [attr.aria-disabled]="index() === of() - 1 || null"
          (click)="go(1)"
        >
          <lotse-icon name="arrow-down" [size]="16" />
        </button>
        <button
          type="button"
          class="button icon-button"
          [attr.aria-label]="t('serviceForm.remove', { name: heading() })"
          (click)="remove.emit()"
        >
          <lotse-icon name="trash" [size]="16" />
        </button>
      </span>
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      padding: var(--space-4);
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
    }
    h3 {
      margin: 0;
      font-size: var(--text-base);
      overflow-wrap: anywhere;
    }
  `,
  host: { '(keydown.alt.arrowup)': 'go(-1); $event.preventDefault()', '(keydown.alt.arrowdown)': 'go(1); $event.preventDefault()' },
})
export class OrderedItem {
  protected readonly t = injectText();
  private readonly announcer = inject(Announcer);
  readonly heading = input.required<string>();
  readonly index = input.required<number>();
  /** How many there are. */
  readonly of = input.required<number>();
  readonly moveTo = output<number>();
  readonly remove = output();

  protected go(by: number): void {
    const to = this.index() + by;
    if (to < 0 || to >= this.of()) return;
    // The focus goes along: it is the same element in another place.
    const focused = document.activeElement as HTMLElement | null;
    this.moveTo.emit(to);
    setTimeout(() => focused?.focus());
    this.announcer.say(this.t('serviceForm.movedTo', { position: to + 1, of: this.of() }));
  }
}
