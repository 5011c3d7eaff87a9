import { Service, signal } from '@angular/core';

/** A short word that something was done, with the way back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

const shownFor = 10_000;

/** Tells that something was done. Never an error: those stay where they belong until they are mended. */
@Service()
export class Toasts {
  private next = 1;
  readonly shown = signal<readonly Toast[]>([]);

  /** Shows a text for ten seconds; `undo` adds "Rückgängig". */
  show(text: string, undo?: () => void): void {
    const toast = { id: this.next++, text, undo };
    this.shown.update((toasts) => [...toasts.slice(-2), toast]);
    setTimeout(() => this.close(toast.id), shownFor);
  }

  close(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}
