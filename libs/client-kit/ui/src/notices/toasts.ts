import { inject, Service, signal } from '@angular/core';
import { Preferences } from '../preferences/preferences';

/** A short word that something was done, with the way back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const most = 3;

/**
 * Tells that something was done, for as long as the person chose (`toastSeconds`). Never an error: those stay where they belong until they are
 * mended.
 */
@Service()
export class Toasts {
  private readonly preferences = inject(Preferences);
  private readonly clocks = new Map<number, ReturnType<typeof setTimeout>>();
  private next = 1;
  private isHeld = false;
  readonly shown = signal<readonly Toast[]>([]);

  /** Shows a text; `undo` adds "Rückgängig". The focus stays where it is. */
  show(text: string, undo?: () => void): void {
    const toast = { id: this.next++, text, undo };
    for (const { id } of this.shown().slice(0, 1 - most)) this.close(id);
    this.shown.update((toasts) => [...toasts, toast]);
    this.wind(toast.id);
  }

  /** Undoes the newest act that is still shown; answers whether there was one. */
  undoLast(): boolean {
    const last = this.shown().findLast((toast) => toast.undo);
    if (last) this.undo(last);
    return last !== undefined;
  }

  undo(toast: Toast): void {
    this.close(toast.id);
    toast.undo?.();
  }

  close(id: number): void {
    clearTimeout(this.clocks.get(id));
    this.clocks.delete(id);
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
    // What went away under the pointer is left without a word.
    if (this.shown().length === 0) this.isHeld = false;
  }

  /** While somebody reads or reaches for one, none goes away; afterwards each has its whole time again. */
  hold(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    this.isHeld = isHeld;
    for (const { id } of this.shown()) this.wind(id);
  }

  private wind(id: number): void {
    clearTimeout(this.clocks.get(id));
    const seconds = this.preferences.toastSeconds();
    if (seconds > 0 && !this.isHeld)
      this.clocks.set(
        id,
        setTimeout(() => this.close(id), seconds * 1000),
      );
  }
}
