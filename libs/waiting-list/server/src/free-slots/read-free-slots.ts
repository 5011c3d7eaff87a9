import { notFound, Refusal, type AnswerOf, type QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import type { FreeSlot, readFreeSlots } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';

/** $1: whether those who coordinate look, who know of slots that nobody has published. */
const columns = `
  slot.id, slot.version, lower(slot.during) as "startsAt", upper(slot.during) as "endsAt", slot.mode, service.id as "serviceId",
  service.name as "serviceName", service.category, o.id as "organisationId", o.name as "organisationName",
  where_to.name as "municipalityName", schedule.languages, service.age_from as "ageFrom", service.age_to as "ageTo",
  service.accepts_referrals as "acceptsReferrals", coalesce(service.phone, o.phone) as phone,
  exists (select from service own where own.organisation_id = current_organisation() and own.category = service.category) as "isOfOwnKind",
  o.id = current_organisation() as "isOwn", slot.published_at as "publishedAt", case when $1::boolean then slot.pooled_at end as "pooledAt"`;
const tables = `
  slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
  join organisation o on o.id = slot.organisation_id
  join municipality where_to on where_to.ags = coalesce(slot.municipality_key, schedule.municipality_key, service.ags)`;
const isSeen = `slot.region_id = current_region() and (slot.published_at is not null or ($1 and slot.pooled_at is not null))`;

const page = `
  select ${columns}, lower(slot.during)::text as "startKey" from ${tables}
  where ${isSeen} and slot.state = 'open' and lower(slot.during) > now()
    and ($2::uuid is null or slot.service_id = $2) and ($3::uuid is null or slot.service_id = (select r.service_id from referral r where r.id = $3))
    and ($4::timestamptz is null or (lower(slot.during), slot.id) > ($4, $5::uuid))
  order by lower(slot.during), slot.id limit $6`;
const ofOwn = `slot.organisation_id = current_organisation()`;
const one = `select ${columns} from ${tables} where slot.id = $2 and (${isSeen} or ${ofOwn})`;

type Row = Omit<FreeSlot, 'startsAt' | 'endsAt' | 'publishedAt' | 'pooledAt'> & {
  startsAt: Date;
  endsAt: Date;
  publishedAt: Date | null;
  pooledAt: Date | null;
};

/** Who may publish slots of others, and learns that they are there. */
export const coordinates = (roles: readonly string[]): boolean => roles.includes('coordinator');

/** Free slots of the county that fit nobody on their own list: those that were published, and for those who coordinate the others they know of. */
@Injectable()
export class ReadFreeSlots {
  constructor(private readonly expire: ExpireBeforeReading) {}

  async run(transaction: Transaction, query: QueryOf<typeof readFreeSlots>): Promise<AnswerOf<typeof readFreeSlots>> {
    await this.expire.run(transaction);
    const rows = await transaction.rows<Row & { startKey: string }>('free-slots.read', page, [
      coordinates(transaction.actor.roles),
      query.serviceId ?? null,
      query.referralId ?? null,
      ...readCursor(query.cursor, 2),
      query.limit + 1,
    ]);
    return asPage(
      rows,
      query.limit,
      ({ startKey, id }) => [startKey, id],
      ({ startKey: _, ...row }) => shown(row),
    );
  }

  /** One that the reader sees, or a slot of the own organisation. */
  async one(transaction: Transaction, id: string): Promise<FreeSlot> {
    const row = await transaction.row<Row>('free-slots.one', one, [coordinates(transaction.actor.roles), id]);
    if (!row) throw new Refusal(notFound());
    return shown(row);
  }
}

const shown = ({ startsAt, endsAt, publishedAt, pooledAt, ...row }: Row): FreeSlot => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
  pooledAt: pooledAt?.toISOString() ?? null,
});
