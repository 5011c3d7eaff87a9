import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, Icon, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { acceptOffer, declineOffer, type SlotOffer } from '@lotse/waiting-list/model';
import { Countdown } from '../marks/countdown';
import { PhoneLink } from '../marks/phone-link';
import { DeclineReasons } from '../words/decline-reasons';
import { injectSlotTime } from '../words/slot-words';
import { spokenName } from '../words/spoken-name';
import { AnswerRefused } from './answer-refused';
import type { OfferResult } from './offer-result';

type Reason = NonNullable<SlotOffer['declineReason']>;
/** What ends the offer under somebody who is on the phone: told in a sentence of its own, what was typed stays. */
const endings: readonly string[] = ['offer-expired', 'offer-already-answered', 'version-stale'];

/** Records what the person said on the phone. Works with one thumb; survives that the offer ends meanwhile. */
@Component({
  selector: 'lotse-answer-offer',
  imports: [AnswerRefused, Control, Countdown, Dialog, Failure, Field, Icon, PhoneLink, RadioGroup],
  templateUrl: './answer-offer.html',
  styles: `
    .answer-call {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
    @media screen and (max-width: 700px) {
      lotse-phone-link {
        inline-size: 100%;
      }
    }
  `,
})
export class AnswerOffer {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  protected readonly time = injectSlotTime();
  private readonly api = inject(Api);
  private readonly county = inject(DeclineReasons);

  readonly offer = input.required<SlotOffer>();
  readonly open = model(false);
  readonly changed = output<OfferResult | undefined>();

  private readonly id = computed(() => this.offer().id);
  protected readonly answer = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly reason = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly comment = linkedSignal<string, string>({ source: this.id, computation: () => '' });
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly ended = computed(() => (endings.includes(this.problem()?.code ?? '') ? this.problem()?.code : undefined));
  protected readonly isOver = computed(() => this.ended() !== undefined && this.ended() !== 'version-stale');

  protected readonly answers = computed(() =>
    (['accepted', 'declined'] as const).map((value) => ({
      value,
      label: this.t(`waitingList.answer.${value}`),
      hint: this.t(`waitingList.answer.${value}Hint`),
    })),
  );
  protected readonly reasons = computed(() =>
    this.county.open().map((reason) => ({ value: reason.code, label: this.county.words(reason) })),
  );

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.attempted.set(true);
    const answer = this.answer();
    if (this.busy() || answer === null || (answer === 'declined' && this.reason() === null)) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const offer = await (answer === 'accepted' ? this.accept() : this.decline());
      this.open.set(false);
      this.changed.emit({ how: answer === 'accepted' ? 'accepted' : 'declined', offer });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      if (this.ended() === 'version-stale') this.changed.emit(undefined);
    } finally {
      this.busy.set(false);
    }
  }

  /** Only when the dialog closes does the list around it move on: until then the comment can still be read. */
  protected closed(): void {
    if (this.isOver()) this.changed.emit(undefined);
    this.problem.set(undefined);
    this.attempted.set(false);
  }

  private accept(): Promise<SlotOffer> {
    return this.api.send(acceptOffer, { params: { id: this.id() }, body: {}, version: this.offer().version });
  }

  private decline(): Promise<SlotOffer> {
    const body = { reason: this.reason() as Reason, comment: this.comment().trim() || undefined };
    return this.api.send(declineOffer, { params: { id: this.id() }, body, version: this.offer().version });
  }
}
