import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { CurrentSession } from '@lotse/identity/client';
import { endBreakGlass, readRunningBreakGlass, type BreakGlass } from '@lotse/people/model';

const minute = 30_000;

/** What one has opened in an emergency, on every page; what is over disappears by itself. */
@Injectable({ providedIn: 'root' })
export class Running {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly now = signal(Date.now());
  private readonly read = this.api.read(readRunningBreakGlass, () => (this.session.may('breakGlass.open') ? {} : undefined));
  readonly items = computed<readonly BreakGlass[]>(() =>
    this.read.hasValue() ? this.read.value().items.filter(({ validUntil }) => Date.parse(validUntil) > this.now()) : [],
  );

  constructor() {
    inject(Live).onChange('break-glass', () => this.read.reload());
    const ticking = setInterval(() => this.now.set(Date.now()), minute);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  reload(): void {
    this.read.reload();
  }

  async end(id: string): Promise<void> {
    await this.api.send(endBreakGlass, { params: { id }, body: {} });
    this.read.reload();
  }
}
