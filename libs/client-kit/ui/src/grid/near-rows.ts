import { ApplicationRef, DestroyRef, Directive, ElementRef, inject, Injectable, input, signal, untracked } from '@angular/core';

/** As many rows as a first screen shows; they are drawn at once. */
const firstScreen = 12;
/** More rows than that in one frame, and keys would have to wait for the drawing. */
const rowsAFrame = 4;
/** Rows are drawn before they come into sight: so far below and above it. */
const ahead = '75% 0px';

/**
 * Which rows of a long list are near to what one sees. Only these are drawn whole; of the others there is the name, in the height they had, so
 * that a list of a thousand rows answers to a key as fast as one of ten. On paper, and where nothing tells what is in sight, all are near.
 */
@Injectable()
export class NearRows {
  private readonly application = inject(ApplicationRef);
  private readonly all = signal(typeof IntersectionObserver === 'undefined');
  private readonly near = signal<ReadonlySet<string>>(new Set());
  private readonly heights = new Map<string, number>();
  private readonly waiting = new Set<string>();
  private readonly observer = this.all() ? undefined : new IntersectionObserver((entries) => this.seen(entries), { rootMargin: ahead });
  private frame = 0;

  constructor() {
    const stop = new AbortController();
    const draw = (all: boolean) => () => {
      this.all.set(all || this.observer === undefined);
      this.application.tick();
    };
    addEventListener('beforeprint', draw(true), { signal: stop.signal });
    addEventListener('afterprint', draw(false), { signal: stop.signal });
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      cancelAnimationFrame(this.frame);
      this.observer?.disconnect();
    });
  }

  has(id: string, index: number): boolean {
    return this.all() || index < firstScreen || this.near().has(id);
  }

  /** The pixels that a row took when it was drawn last, so that nothing jumps. */
  heightOf(id: string): number | undefined {
    return this.heights.get(id);
  }

  /** Draws a row now, because the focus is about to go there. */
  draw(id: string): void {
    if (untracked(this.all) || untracked(this.near).has(id)) return;
    this.change([id], []);
    this.application.tick();
  }

  watch(row: HTMLElement): void {
    this.observer?.observe(row);
  }

  forget(row: HTMLElement): void {
    this.observer?.unobserve(row);
  }

  private seen(entries: readonly IntersectionObserverEntry[]): void {
    const gone: string[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const id = (target as HTMLElement).dataset['row'] ?? '';
      if (isIntersecting) this.waiting.add(id);
      else this.waiting.delete(id);
      if (isIntersecting || !untracked(this.near).has(id) || target.contains(document.activeElement)) continue;
      this.heights.set(id, boundingClientRect.height);
      gone.push(id);
    }
    this.change([], gone);
    this.drawSome();
  }

  private drawSome(): void {
    cancelAnimationFrame(this.frame);
    if (this.waiting.size === 0) return;
    this.frame = requestAnimationFrame(() => {
      const next = [...this.waiting].slice(0, rowsAFrame);
      next.forEach((id) => this.waiting.delete(id));
      this.change(next, []);
      this.drawSome();
    });
  }

  private change(more: readonly string[], gone: readonly string[]): void {
    const before = untracked(this.near);
    if (more.every((id) => before.has(id)) && gone.length === 0) return;
    const after = new Set([...before, ...more]);
    gone.forEach((id) => after.delete(id));
    this.near.set(after);
  }
}

/** A row that is watched for whether it is near. */
@Directive({ selector: 'tr[lotseNearRow]', host: { '[attr.data-row]': 'lotseNearRow()' } })
export class NearRow {
  readonly lotseNearRow = input.required<string>();

  constructor() {
    const near = inject(NearRows);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    near.watch(element);
    inject(DestroyRef).onDestroy(() => near.forget(element));
  }
}
