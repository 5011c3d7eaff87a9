import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { DayPipe, DeadlineRibbon, Icon, injectText, Loaded, PlainDayPipe, State } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readReferral, type MovedReferral, type ReferralRow } from '@lotse/referral/model';
import { ReferralActs, type Acted, type WantedAct } from '../acts/referral-acts';
import { StateChip } from '../marks/state-chip';
import { UrgencyMark } from '../marks/urgency-mark';
import { AppointmentNote } from '../referral-page/appointment-note';
import { Parties } from '../referral-page/parties';
import { ReferralContentView } from '../referral-page/referral-content';
import { ReferralHistory } from '../referral-page/referral-history';
import { ageOn } from '../words/age';
import { clockOf } from '../words/clock';
import { AcknowledgeOpened } from './acknowledge-opened';

/** One referral beside the inbox. It is made anew for each, so that nothing of the one before stays. Opening a new one confirms its receipt. */
@Component({
  selector: 'lotse-inbox-preview',
  imports: [
    AppointmentNote,
    DayPipe,
    DeadlineRibbon,
    Icon,
    Loaded,
    Parties,
    PlainDayPipe,
    ReferralActs,
    ReferralContentView,
    ReferralHistory,
    RouterLink,
    State,
    StateChip,
    UrgencyMark,
  ],
  templateUrl: './inbox-preview.html',
  styleUrl: './inbox-preview.css',
})
export class InboxPreview {
  protected readonly t = injectText();
  private readonly acknowledge = inject(AcknowledgeOpened);
  protected readonly confirming = signal(false);

  readonly id = input.required<string>();
  /** What the list already knows; shown while the rest is read. */
  readonly row = input<ReferralRow | undefined>();
  /** An act asked for by keyboard. */
  readonly wanted = input<WantedAct | undefined>();
  readonly acted = output<Acted>();
  /** Receipt was confirmed by opening it. */
  readonly acknowledged = output<MovedReferral>();
  readonly leave = output();

  protected readonly referral = inject(Api).read(readReferral, () => ({ params: { id: this.id() } }));
  private readonly read = computed(() => (this.referral.hasValue() ? this.referral.value() : undefined));
  protected readonly known = computed(() => this.read() ?? this.row());
  protected readonly clock = computed(() => {
    const read = this.read();
    return read && clockOf(read);
  });
  protected readonly age = computed(() => ageOn(this.known()?.birthDate ?? '', calendarDayOf(new Date())));

  constructor() {
    inject(Live).onChange('referral', (change) => {
      if (change === undefined || change.id === this.id()) this.referral.reload();
    });
    effect(() => {
      const read = this.read();
      if (read) untracked(() => void this.confirm(read));
    });
  }

  protected done(acted: Acted): void {
    this.referral.reload();
    this.acted.emit(acted);
  }

  private async confirm(read: NonNullable<ReturnType<typeof this.read>>): Promise<void> {
    if (this.acknowledge.isDue(read)) this.confirming.set(true);
    const moved = await this.acknowledge.run(read);
    if (!moved) return this.confirming.set(false);
    this.referral.reload();
    this.acknowledged.emit(moved);
  }
}
