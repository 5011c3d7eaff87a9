import { Component, type ElementRef, input, signal, viewChild } from '@angular/core';

let count = 0;

/**
 * A button that opens a small panel or menu below it (the browser's popover: Esc and a click elsewhere close it). The button's content goes
 * into `[popupButton]`, menu entries are `<button class="menu-item">` or `<a class="menu-item">`; arrow keys walk through them.
 */
@Component({
  selector: 'lotse-popup',
  template: `
    <button
      #button
      type="button"
      [class]="buttonClass()"
      [attr.aria-label]="label()"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="id"
      [attr.popovertarget]="id"
      [style.anchor-name]="'--' + id"
    >
      <ng-content select="[popupButton]" />
    </button>
    <div
      #panel
      class="popup"
      popover="auto"
      [id]="id"
      [attr.data-align]="align()"
      [style.position-anchor]="'--' + id"
      (toggle)="toggled($event)"
      tabindex="-1"
      (keydown)="walk($event)"
      (click)="chosen($event)"
    >
      <ng-content />
    </div>
  `,
  host: { class: 'popup-host' },
})
export class Popup {
  protected readonly id = `popup-${++count}`;
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly open = signal(false);

  /** The button's name where its content is only an icon. */
  readonly label = input<string>();
  readonly buttonClass = input('button');
  readonly align = input<'start' | 'end'>('start');

  show(): void {
    this.panel().nativeElement.showPopover();
  }

  close(): void {
    this.panel().nativeElement.hidePopover();
  }

  protected toggled(event: Event): void {
    const isOpen = (event as ToggleEvent).newState === 'open';
    this.open.set(isOpen);
    if (isOpen) this.place();
  }

  /** A chosen entry closes the panel, unless it carries `data-stay`. */
  protected chosen(event: Event): void {
    const entry = (event.target as Element).closest('.menu-item');
    if (entry && !entry.hasAttribute('data-stay')) this.close();
  }

  protected walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const entries = [...this.panel().nativeElement.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
    if (entries.length === 0) return;
    event.preventDefault();
    const at = entries.indexOf(document.activeElement as HTMLElement);
    entries[(at + step + entries.length) % entries.length]?.focus();
  }

  /** Browsers without anchor positioning get the place in pixels. */
  private place(): void {
    const panel = this.panel().nativeElement;
    panel.querySelector<HTMLElement>('.menu-item:not(:disabled)')?.focus({ preventScroll: true });
    if (CSS.supports('anchor-name: --a')) return;
    const { bottom, left, right } = this.button().nativeElement.getBoundingClientRect();
    panel.style.insetBlockStart = `${bottom + 6}px`;
    panel.style.insetInlineStart = `${Math.max(8, this.align() === 'end' ? right - panel.offsetWidth : left)}px`;
  }
}
