import { DestroyRef, inject, Service, signal } from '@angular/core';

const awayAfter = 5 * 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Whether somebody is at the screen: they touched something in the last five minutes, and the page is not hidden. Whatever asks the server
 * again and again stops without it, so that a page nobody looks at does not keep a session alive.
 */
@Service()
export class Attention {
  private last = Date.now();
  private readonly hidden = signal(document.hidden);
  private readonly away = signal(false);

  constructor() {
    const seen = () => {
      this.last = Date.now();
      this.away.set(false);
    };
    const turned = () => this.hidden.set(document.hidden);
    for (const sign of signs) addEventListener(sign, seen, { passive: true, capture: true });
    document.addEventListener('visibilitychange', turned);
    inject(DestroyRef).onDestroy(() => {
      for (const sign of signs) removeEventListener(sign, seen, { capture: true });
      document.removeEventListener('visibilitychange', turned);
    });
  }

  /** Looks at the clock; called by whoever has one ticking. */
  check(): void {
    if (Date.now() - this.last > awayAfter) this.away.set(true);
  }

  readonly isAway = this.away.asReadonly();
  readonly isHidden = this.hidden.asReadonly();
}
