import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Chip, Failure, Icon, injectText, PlainDayPipe, Toasts, type Tone } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { NotReleased } from '@lotse/people/client';
import { answersOf, askReferrerToCheck, isUnchecked, recordCheckAttempt, type ListCheck } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';
import { UrgencyMark } from '../marks/urgency-mark';
import { AnswerCheck } from './answer-check';
import { DecideCheck } from './decide-check';

const tones: Readonly<Record<ListCheck['state'], Tone>> = {
  open: 'plain',
  answered: 'done',
  to_decide: 'due',
  decided: 'done',
  dropped: 'paused',
};

/** One person of a round: what was said, and what can be done next. */
@Component({
  selector: 'lotse-check-row',
  imports: [AnswerCheck, Chip, DecideCheck, Failure, Icon, NotReleased, PhoneLink, PlainDayPipe, RouterLink, UrgencyMark],
  templateUrl: './check-row.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      padding-block: var(--space-4);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
    p {
      margin: 0;
    }
    .paper > * {
      margin-inline-end: var(--space-5);
    }
    .box {
      display: inline-block;
      inline-size: 1em;
      block-size: 1em;
      border: 1px solid;
      margin-inline-end: 0.4em;
      vertical-align: -0.15em;
    }
    @media screen and (max-width: 700px) {
      .button {
        min-block-size: 48px;
      }
    }
  `,
})
export class CheckRow {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);

  readonly check = input.required<ListCheck>();
  /** The person is known around it. */
  readonly bare = input(false);
  readonly changed = output<ListCheck | undefined>();

  protected readonly tone = computed(() => tones[this.check().state]);
  protected readonly unchecked = computed(() => isUnchecked(new Date(this.check().lastValidatedAt), new Date()));
  protected readonly answers = computed(() => answersOf(this.check().kind));
  protected readonly mayAsk = computed(() => this.check().side === 'recipient' && this.session.may('waitingList.askChecks'));
  protected readonly mayDecide = computed(() => this.check().side === 'recipient' && this.session.may('waitingList.decideCheck'));
  protected readonly answering = signal(false);
  protected readonly deciding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected done(check: ListCheck, how: 'answered' | 'decided'): void {
    this.toasts.show(this.t(`listCare.done.${how}`));
    this.changed.emit(check);
  }

  protected notReached(): Promise<void> {
    return this.send('notReached', recordCheckAttempt);
  }

  protected askReferrer(): Promise<void> {
    return this.send('referrerAsked', askReferrerToCheck);
  }

  private async send(how: 'notReached' | 'referrerAsked', contract: typeof recordCheckAttempt | typeof askReferrerToCheck): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.check();
    try {
      const check = await this.api.send(contract as typeof recordCheckAttempt, { params: { id }, body: {}, version });
      this.toasts.show(this.t(`listCare.done.${how}`));
      this.changed.emit(check);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
