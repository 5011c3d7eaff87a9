import type { ServiceCategory } from '@lotse/directory/model';
import { calendarDayOf, notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { coveredUntil, type ReleaseTerms } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { whoFits, type FreeSlot as ShownSlot, type Place, type readWhoWouldFit, type Waiting } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { alongLine, instantOf } from '../line';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit, type FreeSlot } from '../slot-to-fit';
import { ReadFreeSlots } from './read-free-slots';

const lists = 'select id, name from service where organisation_id = current_organisation() and category = $1 order by name, id';
const releases = `
  select r.id as "referralId", x.recipient_organisation_id as "recipientOrganisationId", x.valid_from as "validFrom", x.valid_until as "validUntil",
    x.revoked_at::text as "revokedAt", x.data_parts as "dataParts"
  from unnest($1::uuid[]) as r (id) cross join lateral releases_towards(r.id, $2) x`;

interface OwnList {
  id: string;
  name: string;
}

const shownOfAList = 10;
/** Further down nobody is looked for: it is a proposal, and long lists are not read whole for it. */
const lookedAt = 1_000;

/** Whom of the own lists of the same kind a slot of another clinic would fit. Nothing about them leaves before somebody hands them on. */
@Injectable()
export class WhoWouldFit {
  constructor(
    private readonly freeSlots: ReadFreeSlots,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string): Promise<AnswerOf<typeof readWhoWouldFit>> {
    const slot = await this.freeSlots.one(transaction, slotId);
    if (slot.isOwn || !slot.publishedAt) throw new Refusal(notFound());
    const free = await slotToFit(transaction, slotId);
    const now = await instantOf(transaction);
    const found: { list: OwnList; places: Place<Waiting>[]; isCut: boolean }[] = [];
    for (const list of await transaction.rows<OwnList & Record<string, unknown>>('free-slots.own-lists', lists, [
      slot.category satisfies ServiceCategory,
    ])) {
      found.push({ list, ...(await this.ofList(transaction, list, free, now)) });
    }
    const people = await Promise.all(
      found.map(async ({ list, places }) =>
        (await showPlaces(transaction, places)).map((entry) => ({ entry, serviceName: list.name, isReleased: false })),
      ),
    );
    const released = await releasedTo(
      transaction,
      slot,
      people.flat().map(({ entry }) => entry.referralId),
    );
    transaction.shows({ people: [...new Set(people.flat().map(({ entry }) => entry.personId))], basis: 'leg' });
    return {
      slot,
      people: people.flat().map((one) => ({ ...one, isReleased: released.has(one.entry.referralId) })),
      isCut: found.some(({ isCut }) => isCut),
    };
  }

  /** A list is walked as if the slot were its own. */
  private async ofList(transaction: Transaction, { id: serviceId }: OwnList, free: FreeSlot, now: Date) {
    const rule = await this.rules.of(transaction, serviceId, now);
    const asOwn = { ...free, serviceId };
    const fitting: Place<Waiting>[] = [];
    let seen = 0;
    for await (const piece of alongLine(transaction, { serviceId, slot: asOwn, now, rule })) {
      fitting.push(...whoFits(asOwn, piece, now).fitting);
      seen += piece.length;
      if (fitting.length > shownOfAList || seen >= lookedAt) break;
    }
    return { places: fitting.slice(0, shownOfAList), isCut: fitting.length > shownOfAList || seen >= lookedAt };
  }
}

/** Of whom a release that is in force names the clinic that has the slot. */
async function releasedTo(
  transaction: Transaction,
  { organisationId }: ShownSlot,
  referralIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await transaction.rows<ReleaseTerms & { referralId: string }>('free-slots.releases', releases, [
    referralIds,
    organisationId,
  ]);
  const today = calendarDayOf(new Date());
  return new Set(
    referralIds.filter((id) =>
      coveredUntil(
        found.filter(({ referralId }) => referralId === id),
        organisationId,
        today,
      ),
    ),
  );
}
