import { targetDaysOf } from '@lotse/referral/model';
import type { RegionSettings } from '@lotse/region/model';
import { nothingKnown, placesOf, whoFits, type Waiting } from '@lotse/waiting-list/model';
import { plainSlot } from '../plain-slot';
import type { PlannedReferral } from './deed';

const service = 'service';

/** The waiting list of a service as it was at any moment of the plan: who had joined, who had got an appointment since. */
export class ListInTime {
  private readonly placed = new Set<string>();
  private readonly hadSlots = new Map<string, Set<string>>();

  constructor(
    private readonly referrals: readonly PlannedReferral[],
    private readonly settings: RegionSettings,
  ) {}

  /** Who was next for a slot at a moment, by the rule of the waiting list; or who stood so many places behind. */
  next(slot: { slot: string; startsAt: Date }, at: Date, behind = 0): PlannedReferral | undefined {
    const found = whoFits(plainSlot(service, slot.startsAt), placesOf(this.standing(slot.slot, at), at), at).fitting[behind];
    return this.referrals.find(({ key }) => key === found?.entry.id);
  }

  /**
   * Who is next when the same acts are done in one go: people have then waited only moments, so nobody is over the target. Where this is
   * somebody else, the act would refuse what really happened, and the plan leaves the slot alone.
   */
  nextInOneGo(slot: { slot: string }, at: Date): PlannedReferral | undefined {
    const quick = this.standing(slot.slot, at).map((entry) => ({
      ...entry,
      receivedAt: new Date(at.getTime() - (at.getTime() - entry.receivedAt.getTime()) / 1e6),
    }));
    const first = whoFits(plainSlot(service, new Date(at.getTime() + 1e11)), placesOf(quick, at), at).fitting[0];
    return this.referrals.find(({ key }) => key === first?.entry.id);
  }

  place(referral: PlannedReferral): void {
    this.placed.add(referral.key);
  }

  isPlaced(key: string): boolean {
    return this.placed.has(key);
  }

  refused(referral: PlannedReferral, slot: string): void {
    const slots = this.hadSlots.get(referral.key) ?? new Set();
    this.hadSlots.set(referral.key, slots.add(slot));
  }

  private standing(slot: string, at: Date): Waiting[] {
    return this.referrals
      .filter(({ key, joinedAt }) => joinedAt !== null && joinedAt < at && !this.placed.has(key))
      .map((referral) => ({
        ...nothingKnown,
        serviceIds: [service],
        id: referral.key,
        urgency: referral.urgency!,
        band: this.settings.urgencyBands.find(({ urgency }) => urgency === referral.urgency)!.band,
        targetDays: targetDaysOf(referral.urgency!, this.settings),
        receivedAt: referral.sentAt,
        state: 'waiting',
        shortNotice: referral.shortNotice,
        minimumNoticeHours: referral.minimumNoticeHours,
        hadThisSlotOffered: this.hadSlots.get(referral.key)?.has(slot) ?? false,
      }));
  }
}
