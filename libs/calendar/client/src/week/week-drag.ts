import { DestroyRef, Directive, ElementRef, inject, input, model, output } from '@angular/core';
import { dragged, type Drag, type Ghost } from './drag';
import type { Hours } from './slot-places';

/** What somebody has drawn with the pointer; nothing is done yet, because a form asks first. */
export interface Drop extends Ghost {
  readonly kind: Drag['kind'];
  readonly slot?: string;
}

const far = 5;

/**
 * Moves, lengthens and draws slots in the picture of a week, in quarters of an hour. For a mouse or a pen: a finger scrolls. What is drawn
 * opens the same form that the keyboard opens.
 */
@Directive({ selector: '[lotseWeekDrag]', host: { '(pointerdown)': 'begin($event)' } })
export class WeekDrag {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private stop: () => void = () => undefined;

  readonly hours = input.required<Hours>();
  /** Which slots somebody may move. */
  readonly mayMove = input.required<(slot: string) => boolean>();
  readonly mayDraw = input(false);
  readonly ghost = model<Ghost | undefined>();
  readonly dropped = output<Drop>();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected begin(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const drag = this.dragFrom(event);
    if (!drag) return;
    let moved = false;
    const move = (now: PointerEvent) => {
      moved ||= Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) > far;
      if (moved) this.ghost.set(dragged(drag, this.minuteAt(now.clientY), this.dayAt(now.clientX) ?? drag.day, this.hours()));
    };
    const end = (isDropped: boolean) => {
      this.stop();
      const ghost = this.ghost();
      this.ghost.set(undefined);
      if (!moved || !ghost) return;
      // The click that follows would open what was dragged.
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      if (isDropped) this.dropped.emit({ ...ghost, kind: drag.kind, ...(drag.slot ? { slot: drag.slot } : {}) });
    };
    const listeners = new AbortController();
    this.stop = () => listeners.abort();
    addEventListener('pointermove', move, { signal: listeners.signal });
    addEventListener('pointerup', () => end(true), { signal: listeners.signal });
    addEventListener('pointercancel', () => end(false), { signal: listeners.signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal: listeners.signal });
  }

  private dragFrom(event: PointerEvent): Drag | undefined {
    const target = event.target as Element;
    const column = target.closest<HTMLElement>('.week-slots');
    const block = target.closest<HTMLElement>('.week-slot');
    if (!column) return undefined;
    const day = column.dataset['day'] ?? '';
    const at = this.minuteAt(event.clientY);
    if (!block) return this.mayDraw() ? { kind: 'draw', day, from: Math.floor(at / 15) * 15, minutes: 0, grip: 0 } : undefined;
    const slot = block.dataset['slot'] ?? '';
    if (!this.mayMove()(slot) || target.closest('.popup')) return undefined;
    event.preventDefault();
    const from = Number(block.dataset['from']);
    return {
      kind: target.closest('.slot-grip') ? 'lengthen' : 'move',
      slot,
      day,
      from,
      minutes: Number(block.dataset['minutes']),
      grip: at - from,
    };
  }

  private minuteAt(y: number): number {
    const { top, bottom } = this.host.querySelector('.week-lines')!.getBoundingClientRect();
    const { first, last } = this.hours();
    return first * 60 + ((y - top) / (bottom - top)) * (last - first) * 60;
  }

  private dayAt(x: number): string | undefined {
    const columns = [...this.host.querySelectorAll<HTMLElement>('.week-slots')];
    return columns.find((column) => x >= column.getBoundingClientRect().left && x < column.getBoundingClientRect().right)?.dataset['day'];
  }
}

const swallow = (event: Event): void => {
  event.stopPropagation();
  event.preventDefault();
};
