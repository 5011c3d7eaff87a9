import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Failure, Field, Icon, injectText, Language, plainDayText, ProblemSummary, Toasts } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { beginPause, endCoolOff, endPause, pauseReasonSchema, type Pause, type WaitingListEntryDetail } from '@lotse/waiting-list/model';
import { DeclineReasons } from '../words/decline-reasons';
import { daysOffOf } from './days-off';
import { entryTexts } from './entry-texts';

/** Days in which somebody cannot come, or is left alone after a decline: those that were, those that are, those to come. */
@Component({
  selector: 'lotse-pauses-panel',
  imports: [Control, DayField, Failure, Field, Icon, ProblemSummary],
  templateUrl: './pauses-panel.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    .panel-head {
      margin: 0;
    }
    .pauses {
      display: grid;
      gap: var(--space-3);
      padding: 0;
      list-style: none;
    }
    .pauses li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      justify-content: space-between;
    }
  `,
  host: { class: 'panel' },
})
export class PausesPanel {
  protected readonly t = injectText('waitingEntry', entryTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly today = calendarDayOf(new Date());

  readonly entry = input.required<WaitingListEntryDetail>();
  readonly mayChange = input(false);
  readonly changed = output();

  protected readonly reasonWords = inject(DeclineReasons);
  protected readonly daysOff = computed(() => daysOffOf(this.entry(), this.today));
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly isReasonMissing = signal(false);
  protected readonly startsOn = signal(this.today);
  protected readonly endsOn = signal('');
  protected readonly reason = signal('');
  protected readonly note = signal('');
  protected readonly reasons = pauseReasonSchema.options;
  protected readonly labels = computed(() => ({
    startsOn: this.t('waitingEntry.pauses.from'),
    endsOn: this.t('waitingEntry.pauses.until'),
  }));

  protected rangeOf({ startsOn, endsOn }: Pick<Pause, 'startsOn' | 'endsOn'>): string {
    const from = this.day(startsOn);
    return endsOn === null
      ? this.t('waitingEntry.pauses.open', { from })
      : this.t('waitingEntry.pauses.range', { from, to: this.day(endsOn) });
  }

  protected isCalledOff = ({ startsOn, endsOn }: Pick<Pause, 'startsOn' | 'endsOn'>): boolean => endsOn !== null && endsOn < startsOn;
  protected isToCome = ({ startsOn }: Pause): boolean => startsOn > this.today;
  protected goesOn = ({ endsOn }: Pause): boolean => endsOn === null || endsOn >= this.today;

  protected day = (day: string): string => plainDayText(day, this.language.current());

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reasons.find((one) => one === this.reason());
    this.isReasonMissing.set(!reason);
    if (!reason) return;
    const body = { startsOn: this.startsOn(), endsOn: this.endsOn() || null, reason, note: this.note().trim() || null };
    const { id, version } = this.entry();
    await this.send(() => this.api.send(beginPause, { params: { id }, version, body }), 'waitingEntry.pauses.saved');
  }

  protected async end(pause: Pause): Promise<void> {
    const { id, version } = this.entry();
    await this.send(
      () => this.api.send(endPause, { params: { id, pause: pause.id }, version, body: { endsOn: 'now' } }),
      'waitingEntry.pauses.ended',
    );
  }

  protected async offerAgain(): Promise<void> {
    const { id, version } = this.entry();
    await this.send(() => this.api.send(endCoolOff, { params: { id }, version }), 'waitingEntry.pauses.offeredAgain');
  }

  private async send(act: () => Promise<unknown>, said: `waitingEntry.pauses.${'saved' | 'ended' | 'offeredAgain'}`): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act();
      this.adding.set(false);
      this.endsOn.set('');
      this.note.set('');
      this.toasts.show(this.t(said));
      this.changed.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
