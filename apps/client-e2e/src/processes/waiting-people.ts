import type { Pool } from 'pg';
import { get, type Held } from './call';
import type { SmallCounty } from './small-county';

/** Somebody on the waiting list. */
export interface Joined {
  readonly entryId: string;
  readonly referralId: string;
}

/** What happens in the county before a race can begin, through one of its processes. */
export interface WaitingPeople {
  /** A referral that is still being written. */
  drafts(): Promise<Held>;
  /** A referral that is sent and waits in the inbox. */
  sends(): Promise<Held>;
  /** Somebody on the waiting list. */
  joins(): Promise<Joined>;
  /** A free slot, a week and more ahead. */
  opensSlot(): Promise<Held>;
  /** Holds a slot for somebody. */
  offers(slot: Held, entryId: string): Promise<Held>;
}

const reason = 'Nur diese Person kann um diese Zeit kommen.';
/** For those who go out of turn. */
export const outOfTurn = (entryId: string) => ({ entryId, outOfTurnReason: reason, cascade: false });

/** Nobody who sounds like anybody else or was born close to them: whoever is entered twice has to be told apart before they are referred. */
function somebody(number: number): { familyName: string; givenName: string; birthDate: string } {
  const sounds = ['ba', 'da', 'fa', 'ka', 'la', 'ma', 'ra', 'sa'];
  const syllables = [512, 64, 8, 1].map((place) => sounds[Math.floor(number / place) % sounds.length]).join('');
  const born = Date.UTC(1970, 4, 3) - ((number * 417) % 25_000) * 86_400_000;
  return { familyName: `Muster${syllables}`, givenName: 'Ida', birthDate: new Date(born).toISOString().slice(0, 10) };
}

export function waitingPeople(address: string, county: SmallCounty, owner: Pool): WaitingPeople {
  const { gp, intake, clinic, service, schedule } = county;
  let slots = 0;
  let entered = 0;

  async function drafts(): Promise<Held> {
    const person = await get(address, gp, ['POST', 'people'], {
      body: somebody(entered++),
    });
    await get(address, gp, ['POST', `people/${person.id}/releases`], {
      body: {
        recipientOrganisationId: clinic,
        purpose: 'Abklärung und Behandlung',
        dataParts: ['identity', 'diagnosis'],
        coversHealthData: true,
        form: 'written',
        givenOn: '2026-01-02',
        validUntil: '2099-12-31',
      },
    });
    const content = { personId: person.id, serviceId: service, reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'routine' };
    return get(address, gp, ['POST', 'referrals'], { body: content });
  }

  async function sends(): Promise<Held> {
    const { id, version } = await drafts();
    return get(address, gp, ['POST', `referrals/${id}/submit`], { version });
  }

  async function joins(): Promise<Joined> {
    let referral = await sends();
    for (const act of ['acknowledge', 'accept', 'waitlist']) {
      referral = await get(address, intake, ['POST', `referrals/${referral.id}/${act}`], { version: referral.version });
    }
    const { rows } = await owner.query<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [referral.id]);
    return { entryId: rows[0]!.id, referralId: referral.id };
  }

  const opensSlot = () => {
    const startsAt = new Date(Date.now() + 8 * 86_400_000 + slots++ * 3_600_000).toISOString();
    return get(address, intake, ['POST', 'slots'], { body: { scheduleId: schedule, startsAt, minutes: 50, mode: 'on_site' } });
  };
  const offers = (slot: Held, entryId: string) =>
    get(address, intake, ['POST', `slots/${slot.id}/offers`], { version: slot.version, body: outOfTurn(entryId) });
  return { drafts, sends, joins, opensSlot, offers };
}
