import { computed, inject, Service, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { readQualityHints, type QualityHint } from '@lotse/referral/model';

/** What the chosen service often asks back for. What somebody has put away stays away for this service while the browser is open. */
@Service({ autoProvided: false })
export class QualityHints {
  readonly serviceId = signal<string | null>(null);
  private readonly dismissed = signal<ReadonlySet<string>>(new Set(read()));
  private readonly found = inject(Api).read(readQualityHints, () => {
    const id = this.serviceId();
    return id ? { params: { id } } : undefined;
  });
  private readonly shown = computed<readonly QualityHint[]>(() => {
    const id = this.serviceId();
    if (!id || !this.found.hasValue()) return [];
    return this.found.value().items.filter(({ piece }) => !this.dismissed().has(`${id} ${piece}`));
  });

  of(pieces: readonly string[]): QualityHint[] {
    return this.shown().filter(({ piece }) => pieces.includes(piece));
  }

  dismiss(piece: string): void {
    this.dismissed.update((dismissed) => new Set([...dismissed, `${this.serviceId()} ${piece}`]));
    sessionStorage.setItem(place, JSON.stringify([...this.dismissed()]));
  }
}

const place = 'lotse.hints';
const read = (): string[] => JSON.parse(sessionStorage.getItem(place) ?? '[]') as string[];
