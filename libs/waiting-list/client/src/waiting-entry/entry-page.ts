import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSlots } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import {
  BornPipe,
  Chip,
  DeadlineRibbon,
  Fact,
  Icon,
  injectText,
  Language,
  Loaded,
  Notice,
  Page,
  plainDayText,
  State,
} from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readEntry, type WaitingListEntryDetail } from '@lotse/waiting-list/model';
import { EntryChecks } from '../list-care/entry-checks';
import { UrgencyMark } from '../marks/urgency-mark';
import { DeclineReasons } from '../words/decline-reasons';
import { rankSentence } from '../words/rank-sentence';
import { slotFor } from '../words/slot-for';
import { spokenName } from '../words/spoken-name';
import { targetOf } from '../words/waiting-clock';
import { entryTexts } from './entry-texts';
import { PastOffers } from './past-offers';
import { PausesPanel } from './pauses-panel';
import { pauseText } from './pause-words';
import { WishesPanel } from './wishes-panel';

/** `/warteliste/:id`: why somebody stands where they stand, what they can come to, what was offered to them. */
@Component({
  selector: 'lotse-entry-page',
  imports: [
    BornPipe,
    Chip,
    DeadlineRibbon,
    EntryChecks,
    Fact,
    Icon,
    Loaded,
    Notice,
    Page,
    PastOffers,
    PausesPanel,
    RouterLink,
    State,
    UrgencyMark,
    WishesPanel,
  ],
  templateUrl: './entry-page.html',
  styles: `
    .marks {
      margin-block-start: var(--space-1);
    }
  `,
})
export class EntryPage {
  protected readonly t = injectText('waitingEntry', entryTexts);
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  private readonly reasons = inject(DeclineReasons);
  private readonly from = new Date().toISOString();

  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly entry = this.api.read(readEntry, () => ({ params: { id: this.id() } }));
  protected readonly slots = this.api.read(readSlots, () => ({ query: { from: this.from, state: 'open' as const, limit: 100 } }));
  protected readonly loaded = computed(() => (this.entry.hasValue() ? this.entry.value() : undefined));
  protected readonly name = computed(() => spokenName(this.loaded()?.personName ?? ''));
  protected readonly mayOffer = computed(() => this.session.may('waitingList.offerSlot'));
  protected readonly mayChange = computed(() => this.session.may('waitingList.changeEntry') && !this.ended());
  protected readonly ended = computed(() => {
    const entry = this.loaded();
    if (entry?.state === 'placed') return this.t('waitingEntry.ended.placed', { name: this.name() });
    if (entry?.state !== 'removed') return undefined;
    if (!entry.lastStep) return this.t('waitingEntry.ended.removedPlain', { name: this.name() });
    return this.t('waitingEntry.ended.removed', { name: this.name(), by: entry.lastStep.byName, day: this.day(entry.lastStep.at) });
  });
  /** The next free slot that fits; its page says who else comes first. */
  protected readonly slot = computed(() => {
    const entry = this.loaded();
    if (entry?.state !== 'waiting' || !this.slots.hasValue()) return undefined;
    const own = [entry.serviceId, ...entry.furtherServiceIds];
    return slotFor(
      entry,
      this.slots.value().items.filter(({ serviceId }) => own.includes(serviceId)),
    );
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['waiting-list-entry', 'offer', 'referral']) live.onChange(subject, () => this.entry.reload());
  }

  protected day = (day: string): string => plainDayText(day, this.language.current());
  protected dueOf = targetOf;

  protected sentenceOf(entry: WaitingListEntryDetail): string {
    return rankSentence(this.t, entry);
  }

  protected pauseOf({ pause }: WaitingListEntryDetail): string | undefined {
    return pause ? pauseText(this.t, pause, this.day) : undefined;
  }

  /** Why nothing is offered for some days, and from when on again. */
  protected coolingOffOf({ coolingOffUntil, offers }: WaitingListEntryDetail): string | undefined {
    if (coolingOffUntil === null) return undefined;
    const day = this.day(coolingOffUntil);
    const because = offers.find(({ coolsOffUntil }) => coolsOffUntil === coolingOffUntil);
    if (!because?.answeredAt || !because.declineReason) return this.t('waitingEntry.why.coolingOff', { day });
    const reason = this.reasons.text(because.declineReason);
    return this.t('waitingEntry.why.coolingOffBecause', { day, declined: this.day(because.answeredAt), reason });
  }

  protected wayText({ way }: WaitingListEntryDetail): string | undefined {
    if (!way) return undefined;
    const { km, from, minutes } = way;
    return minutes === null ? this.t('waitingEntry.why.wayKm', { km, from }) : this.t('waitingEntry.why.wayMinutes', { km, from, minutes });
  }
}
