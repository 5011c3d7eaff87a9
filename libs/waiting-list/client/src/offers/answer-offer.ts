import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, Dialog, Failure, Field, Icon, injectText, RadioGroup } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';
import { Countdown } from '../marks/countdown';
import { PhoneLink } from '../marks/phone-link';
import { DeclineReasons } from '../words/decline-reasons';
import { injectSlotTime } from '../words/slot-words';
import { slotFollowUp } from '../words/slot-follow-up';
import { spokenName } from '../words/spoken-name';
import { datesOf } from '../words/taken-date';
import { whatRemains } from '../words/what-remains';
import { missingOf, resultOf, sendAnswer, type AnswerGiven } from './answer-body';
import { endedMeanwhile, type HowEnded } from './ended-meanwhile';
import { AnswerRefused } from './answer-refused';
import { DeclineConsequence } from './decline-consequence';
import { OfferOpenness } from './offer-openness';
import type { OfferResult } from './offer-result';

/** What ends the offer under somebody who is on the phone: told in a sentence of its own, what was typed stays. */
const endings: readonly string[] = ['offer-expired', 'offer-already-answered', 'offer-superseded', 'version-stale'];

/** Records what the person said on the phone. Works with one thumb; survives that the offer ends meanwhile. */
@Component({
  selector: 'lotse-answer-offer',
  imports: [
    AnswerRefused,
    Checkbox,
    Control,
    Countdown,
    DeclineConsequence,
    Dialog,
    Failure,
    Field,
    Icon,
    OfferOpenness,
    PhoneLink,
    RadioGroup,
  ],
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
  protected readonly answer = linkedSignal<string, AnswerGiven['answer'] | null>({ source: this.id, computation: () => null });
  protected readonly slotId = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly reason = linkedSignal<string, string | null>({ source: this.id, computation: () => null });
  protected readonly next = linkedSignal<string, AnswerGiven['next']>({ source: this.id, computation: () => null });
  protected readonly personReached = linkedSignal<string, boolean>({ source: this.id, computation: () => false });
  protected readonly comment = linkedSignal<string, string>({ source: this.id, computation: () => '' });
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** It ended while somebody was still asking; whoever is on the phone learns so at once and not from an answer in vain. */
  private readonly meanwhile = linkedSignal<string, HowEnded | undefined>({ source: this.id, computation: () => undefined });
  protected readonly ended = computed((): HowEnded | undefined => {
    const { code = '', context } = this.problem() ?? {};
    return endings.includes(code) ? { code, overtakenBy: context?.['overtakenBy'] } : this.meanwhile();
  });
  protected readonly isOver = computed(() => this.ended() !== undefined && this.ended()?.code !== 'version-stale');

  protected readonly dates = computed(() => datesOf(this.offer()));
  protected readonly dateChoices = computed(() =>
    this.dates().map((date) => ({
      value: date.id,
      label: this.time(date),
      hint: [this.t(`waitingList.slot.mode.${date.mode}`), date.place].filter(Boolean).join(' · '),
    })),
  );
  protected readonly answers = computed(() =>
    (['accepted', 'declined', 'not_reached'] as const).map((value) => ({
      value,
      label: this.t(`waitingList.answer.${value}`),
      hint: this.t(`waitingList.answer.${value === 'declined' && this.offer().staysUntilAccepted ? 'kept' : value}Hint`),
    })),
  );
  protected readonly nexts = computed(() =>
    (['again', 'give_up'] as const).map((value) => ({
      value,
      label: this.t(`waitingList.answer.nextStep.${value}`),
      hint: value === 'again' ? this.t('waitingList.answer.nextHint.again') : this.givenUpHint(),
    })),
  );
  protected readonly reasons = computed(() =>
    this.county.open().map((reason) => ({ value: reason.code, label: this.county.words(reason) })),
  );
  protected readonly commentNeeded = computed(() => this.county.named(this.reason())?.comment === 'required');
  private readonly given = computed<AnswerGiven | undefined>(() => {
    const answer = this.answer();
    const [slotId, reason, comment] = [this.slotId(), this.reason(), this.comment()];
    return answer === null ? undefined : { answer, slotId, reason, comment, personReached: this.personReached(), next: this.next() };
  });

  private givenUpHint(): string {
    const [remains, then] = [whatRemains(this.t, this.offer()), slotFollowUp(this.t, this.offer(), 'answered')];
    return this.t(`waitingList.answer.nextHint.give_up.${this.offer().side}`, { remains, then });
  }

  constructor() {
    inject(Live).onChange('offer', () => void this.look());
  }

  private async look(): Promise<void> {
    if (!this.open() || this.busy() || this.isOver()) return;
    const how = await endedMeanwhile(this.api, this.offer());
    // Somebody's own answer may have been sent meanwhile.
    if (this.open() && !this.busy()) this.meanwhile.set(how);
  }

  /** What is missing, once somebody has tried to save it. */
  protected errorOf(what: 'date' | 'reason' | 'next'): string | null {
    const given = this.given();
    return this.attempted() && given && missingOf(this.offer(), given) === what ? this.t(`waitingList.answer.missingWhat.${what}`) : null;
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.attempted.set(true);
    const given = this.given();
    if (this.busy() || !given || missingOf(this.offer(), given)) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const offer = await sendAnswer(this.api, this.offer(), given);
      this.open.set(false);
      this.changed.emit({ how: resultOf(given), offer });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      if (this.ended()?.code === 'version-stale') this.changed.emit(undefined);
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
}
