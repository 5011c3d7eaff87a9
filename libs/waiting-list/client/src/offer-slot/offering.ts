import { inject, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import type { BodyInput } from '@lotse/kernel';
import type { Slot } from '@lotse/calendar/model';
import { offerSlot, type SlotOffer } from '@lotse/waiting-list/model';

/** What has a sentence of its own on this page: something changed between looking and offering. */
const conflicts: readonly string[] = [
  'slot-gone',
  'not-next-in-line',
  'entry-not-waiting',
  'entry-of-other-service',
  'version-stale',
  'slot-in-past',
  'offer-mode-too-early',
  'short-notice-only',
  'second-date-unfit',
  'nobody-answers-in-time',
  'slot-does-not-fit',
];

/** Holding a slot and offering it. Never done before the server says so. Make it in an injection context. */
export class Offering {
  private readonly api = inject(Api);
  readonly busy = signal(false);
  /** Why it could not be done because something changed; the page shows how it stands now. */
  readonly conflict = signal<ApiProblem | undefined>(undefined);
  /** Why it could not be done otherwise. */
  readonly failure = signal<ApiProblem | undefined>(undefined);
  readonly done = signal<SlotOffer | undefined>(undefined);

  /** Offers; answers whether how things stand has to be read again. */
  async offer(slot: Slot, body: BodyInput<typeof offerSlot>): Promise<boolean> {
    if (this.busy()) return false;
    this.forget();
    this.busy.set(true);
    try {
      this.done.set(await this.api.send(offerSlot, { params: { id: slot.id }, body, version: slot.version }));
      return true;
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      const isConflict = conflicts.includes(problem.code);
      (isConflict ? this.conflict : this.failure).set(problem);
      return isConflict;
    } finally {
      this.busy.set(false);
    }
  }

  /** What was said about the last attempt is over. */
  forget(): void {
    this.conflict.set(undefined);
    this.failure.set(undefined);
    this.done.set(undefined);
  }
}
