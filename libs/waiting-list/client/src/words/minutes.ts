import { DestroyRef, inject, signal, type Signal } from '@angular/core';

const minute = 60_000;

/** The present moment, moving on with every minute: for words such as "noch 20 Minuten". Call it in an injection context. */
export function injectMinutes(): Signal<number> {
  const now = signal(Date.now());
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    timer = setTimeout(
      () => {
        now.set(Date.now());
        wait();
      },
      minute - (Date.now() % minute),
    );
  };
  wait();
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return now.asReadonly();
}
