import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import { clockText, Failure, injectText, Language, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { readCandidates, type OfferMode } from '@lotse/waiting-list/model';
import { OfferPanel } from '../offers/offer-panel';
import type { OfferResult } from '../offers/offer-result';
import { ResultNote } from '../offers/result-note';
import { PatientReading } from '../words/patient-reading';
import { spokenName } from '../words/spoken-name';
import { injectWhyNot } from '../words/why-not';
import { ExcludedPeople } from './excluded-people';
import { FitsNobody } from './fits-nobody';
import { FurtherPerson } from './further-person';
import { NextPerson } from './next-person';
import { Offering } from './offering';
import { OfferTerms } from './offer-terms';
import { OfferingNotes } from './offering-notes';
import { SlotPublication } from '../free-slots/slot-publication';
import { SlotHead } from './slot-head';

/** `/termine/:slot/anbieten`: who is next for a free slot, who else fits, who does not and why; or the offer that is running. */
@Component({
  selector: 'lotse-offer-slot-page',
  imports: [
    ExcludedPeople,
    Failure,
    FitsNobody,
    FurtherPerson,
    Loaded,
    NextPerson,
    Notice,
    OfferingNotes,
    OfferPanel,
    OfferTerms,
    Page,
    ResultNote,
    RouterLink,
    SlotHead,
    SlotPublication,
    State,
  ],
  templateUrl: './offer-slot-page.html',
  styles: `
    .offer-stack {
      gap: var(--space-5);
    }
    .further {
      padding-block-end: var(--space-2);
    }
    .further li + li {
      border-block-start: 1px solid var(--hairline);
    }
  `,
})
export class OfferSlotPage {
  protected readonly t = injectText();
  private readonly whyNot = injectWhyNot();
  private readonly language = inject(Language);

  readonly slot = input.required<string>();
  /** The waiting-list entry somebody came here for. */
  readonly entry = input<string>();

  protected readonly candidates = inject(Api).read(readCandidates, () => ({ params: { id: this.slot() } }));
  protected readonly reading = new PatientReading(this.candidates);
  protected readonly offering = new Offering();
  protected readonly mode = signal<OfferMode | null>('sequential');
  /** Another date in the same offer. */
  protected readonly second = signal('');
  protected readonly cascade = signal(true);
  /** What was done with the offer that was running here. */
  protected readonly result = signal<OfferResult | undefined>(undefined);
  protected readonly first = computed(() => (this.candidates.hasValue() ? this.candidates.value().candidates[0] : undefined));
  /** Somebody came here for a person whom this slot does not fit. */
  protected readonly unfit = computed(() => {
    const found = this.candidates.hasValue() ? this.candidates.value().excluded.find(({ entry }) => entry.id === this.entry()) : undefined;
    return found && { name: spokenName(found.entry.personName), why: this.whyNot(found) };
  });

  constructor() {
    const live = inject(Live);
    for (const subject of ['slot', 'offer', 'referral']) live.onChange(subject, () => this.reading.again());
  }

  /** Who is near on the same day anyway; it is said, and puts nobody before anybody else. */
  protected tripOf(entryId: string): string | undefined {
    const trip = this.candidates.hasValue() ? this.candidates.value().sameTrip.find((one) => one.entryId === entryId) : undefined;
    if (!trip?.startsAt) return undefined;
    return this.t(`waitingList.offerSlot.sameTrip.${trip.whose}`, {
      place: trip.place,
      clock: clockText(trip.startsAt, this.language.current()),
    });
  }

  /** Why nobody can be offered this slot at all. */
  protected closed(slot: Slot): 'taken' | 'cancelled' | 'past' | undefined {
    if (slot.state === 'taken' || slot.state === 'cancelled') return slot.state;
    return Date.parse(slot.startsAt) <= Date.now() ? 'past' : undefined;
  }

  protected holdOf(entryId: string) {
    return this.candidates.hasValue() ? this.candidates.value().holds.find((hold) => hold.entryId === entryId) : undefined;
  }

  protected changed(result: OfferResult | undefined): void {
    this.offering.forget();
    this.result.set(result);
    this.reading.again();
  }

  protected async offer(entryId: string, reason?: string): Promise<void> {
    if (!this.candidates.hasValue()) return;
    this.result.set(undefined);
    const readAgain = await this.offering.offer(this.candidates.value().slot, {
      entryId,
      mode: this.mode() ?? 'sequential',
      secondSlotId: this.mode() === 'sequential' && this.second() !== '' ? this.second() : undefined,
      cascade: this.cascade(),
      outOfTurnReason: reason,
    });
    if (readAgain) this.candidates.reload();
  }
}
