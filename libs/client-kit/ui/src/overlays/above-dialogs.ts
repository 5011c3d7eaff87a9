import { afterEveryRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/**
 * Keeps an element above everything, also above a dialog that opens later: as a popover in the top layer, and inside the dialog that is open,
 * because whatever stands outside of a modal dialog can neither be clicked nor heard. Goes back home when the dialog has gone.
 */
@Directive({ selector: '[lotseAboveDialogs]', host: { popover: 'manual' } })
export class AboveDialogs {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private home: HTMLElement | null = null;

  constructor() {
    const settle = () => this.settle();
    // Neither bubbles: a dialog that opens or closes is seen on the way down.
    for (const event of ['toggle', 'close']) document.addEventListener(event, settle, { capture: true });
    inject(DestroyRef).onDestroy(() => {
      for (const event of ['toggle', 'close']) document.removeEventListener(event, settle, { capture: true });
      this.element.remove();
    });
    // A dialog that is taken off the page together with its page closes without a word.
    afterEveryRender({
      write: () => {
        this.home ??= this.element.parentElement;
        if (!this.element.isConnected || !this.isShown()) this.settle();
      },
    });
  }

  private settle(): void {
    const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
    const place = dialog ?? this.home;
    if (!place) return;
    if (this.element.parentElement !== place) place.append(this.element);
    if (!this.isShown()) this.element.showPopover();
  }

  /** Where there are no popovers (in tests of the client), there is nothing to show. */
  private isShown(): boolean {
    return !('showPopover' in this.element) || this.element.matches(':popover-open');
  }
}
