import { referralLifecycle, type ReferralAct, type ReferralState } from '@lotse/referral/model';
import { pathTo, sideThatDoes, waysToAct } from '@lotse/waiting-list/server';
import { get, type Held } from '../../apps/client-e2e/src/processes/call';
import type { Staff } from '../../apps/client-e2e/src/processes/small-county';
import { waitingPeople, type WaitingPeople } from '../../apps/client-e2e/src/processes/waiting-people';
import type { Given } from './scenario';

const everything = {
  practice: ['referrer', 'referrer_admin', 'social_worker'],
  clinic: ['intake', 'triager', 'clinician', 'service_manager', 'social_worker'],
} as const;

/** Brings referrals to where they are to be, by the acts of those who work there. */
export class EveryState {
  private constructor(
    private readonly address: string,
    private readonly people: WaitingPeople,
    private readonly staff: Readonly<Record<'practice' | 'clinic', Staff>>,
  ) {}

  static async with({ county, lotse }: Given): Promise<EveryState> {
    const [practice] = await county.more('practice', 1, everything.practice);
    const [clinic] = await county.more('clinic', 1, everything.clinic);
    const { address } = lotse.apis[0]!;
    const people = waitingPeople(address, { ...county, gp: practice!, intake: clinic! }, lotse.owner);
    return new EveryState(address, people, { practice: practice!, clinic: clinic! });
  }

  /** One referral in each state of the life that can be reached today; `dna_review` takes an appointment that was missed. */
  async all(): Promise<Map<ReferralState, string>> {
    const found = new Map<ReferralState, string>();
    for (const state of referralLifecycle.states) if (state !== 'dna_review') found.set(state, (await this.in(state)).id);
    return found;
  }

  async in(state: ReferralState): Promise<Held> {
    let referral = await this.people.drafts();
    for (const act of pathTo[state]) referral = await this.does(act as ReferralAct, referral);
    return referral;
  }

  async does(act: ReferralAct, { id, version }: Held): Promise<Held> {
    const { contract, body = {}, needsSlot } = waysToAct[act];
    const slot = needsSlot ? { slotId: (await this.people.opensSlot()).id } : {};
    const path = contract.path.replace(':id', id);
    const staff = this.staff[sideThatDoes(act)];
    return get(this.address, staff, ['POST', path], { version, body: { ...body, ...slot } });
  }
}
