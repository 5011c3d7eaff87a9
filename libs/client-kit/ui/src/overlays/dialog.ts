import { afterRenderEffect, Component, type ElementRef, input, model, output, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';

let count = 0;

/**
 * A question that has to be answered first. The browser's own dialog: keeps the focus inside, closes with Esc, gives the focus back.
 * `<lotse-dialog [(open)]="asking" heading="Zuweisung zurückgeben">… <div dialogActs>…</div></lotse-dialog>`
 */
@Component({
  selector: 'lotse-dialog',
  imports: [Icon],
  template: `
    <dialog #dialog class="dialog" [attr.aria-labelledby]="id" [attr.data-width]="width()" (close)="closed()" (cancel)="cancelled($event)">
      @if (open()) {
        <header class="dialog-head">
          <h2 [id]="id" tabindex="-1">{{ heading() }}</h2>
          @if (dismissible()) {
            <button type="button" class="button icon-button" [attr.aria-label]="t('kit.dialog.close')" (click)="open.set(false)">
              <lotse-icon name="x" />
            </button>
          }
        </header>
        <div class="dialog-body"><ng-content /></div>
        <footer class="dialog-acts"><ng-content select="[dialogActs]" /></footer>
      }
    </dialog>
  `,
})
export class Dialog {
  protected readonly t = injectText();
  protected readonly id = `dialog-${++count}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly open = model(false);
  readonly heading = input.required<string>();
  readonly width = input<'narrow' | 'normal' | 'wide'>('normal');
  /** Whether one may leave without an answer. */
  readonly dismissible = input(true);
  /** After it has closed, however that happened. */
  readonly closing = output();

  constructor() {
    afterRenderEffect({
      write: () => {
        const dialog = this.dialog().nativeElement;
        if (this.open() && !dialog.open) this.show(dialog);
        else if (!this.open() && dialog.open) dialog.close();
      },
    });
  }

  /** What has `data-first` takes the focus, else the first input without an answer, else the first one, else the heading: never the cross that closes. */
  private show(dialog: HTMLDialogElement): void {
    dialog.showModal();
    const inputs = [...dialog.querySelectorAll<HTMLInputElement>('.dialog-body :is(input, select, textarea):not(:disabled)')];
    const wanted = dialog.querySelector<HTMLElement>('[data-first]');
    (wanted ?? inputs.find((input) => isUnanswered(input, inputs)) ?? inputs[0] ?? dialog.querySelector('h2'))?.focus();
  }

  protected cancelled(event: Event): void {
    if (!this.dismissible()) event.preventDefault();
  }

  /** The browser gives the focus back; where what opened the dialog has gone meanwhile, the page's heading takes it. */
  protected closed(): void {
    if (document.activeElement === null || document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus();
    this.open.set(false);
    this.closing.emit();
  }
}

/** Of radio buttons each has a value; the group has an answer once one of them is chosen. */
function isUnanswered(input: HTMLInputElement, all: readonly HTMLInputElement[]): boolean {
  if (input.type !== 'radio') return input.value === '';
  return !all.some(({ type, name, checked }) => type === 'radio' && name === input.name && checked);
}
