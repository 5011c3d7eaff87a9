import { effect, inject, Service, signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { CurrentSession } from '@lotse/identity/client';
import { countDuplicates, peoplePermissions } from '@lotse/people/model';

/** A mark follows the rows: whatever is shown within a moment is asked about in one request. */
const settling = 60;
const atMost = 100;

/**
 * Of whom on the screen there may be another record, for the marks of lists. Asked once for everybody who comes into sight, a hundred at a
 * time, and forgotten when records change or somebody else signs in.
 */
@Service()
export class DoubleMarks {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  /** Null while it is being asked, and where there is nobody. */
  private readonly amounts = signal<ReadonlyMap<string, number | null>>(new Map());
  private readonly wanted = new Set<string>();
  private pending: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(Live).onChange('person', () => this.forget());
    effect(() => {
      this.session.session();
      this.forget();
    });
  }

  /** How many others may be the same; undefined until it is known, and where there is nobody. */
  amountOf(personId: string): number | undefined {
    return this.amounts().get(personId) ?? undefined;
  }

  isKnown = (personId: string): boolean => this.amounts().has(personId);

  /** Asks about somebody who has come into sight. */
  want(personId: string): void {
    if (this.isKnown(personId) || !this.session.may(peoplePermissions.read)) return;
    this.wanted.add(personId);
    this.pending ??= setTimeout(() => void this.ask(), settling);
  }

  /** Something was said or merged: what is in sight asks anew. */
  forget(): void {
    this.amounts.set(new Map());
  }

  private async ask(): Promise<void> {
    this.pending = undefined;
    const ids = [...this.wanted].slice(0, atMost);
    for (const id of ids) this.wanted.delete(id);
    if (this.wanted.size > 0) this.pending = setTimeout(() => void this.ask(), 0);
    this.amounts.update((known) => new Map([...known, ...ids.map((id) => [id, null] as const)]));
    // A mark is no reason to disturb anybody: without an answer there is none.
    const answer = await this.api.send(countDuplicates, { body: { ids } }).catch(() => undefined);
    if (!answer || answer.items.length === 0) return;
    this.amounts.update((known) => new Map([...known, ...answer.items.map(({ personId, amount }) => [personId, amount] as const)]));
  }
}
