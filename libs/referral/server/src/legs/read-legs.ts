import { notFound, Refusal } from '@lotse/kernel';
import type { JoinRule, ReferralLeg, ReferralLegs, ReferralPart } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row extends Omit<ReferralPart, 'legs' | 'position'> {
  personId: string;
  referrerOrganisationId: string;
  position: number | null;
  joinRule: JoinRule | null;
  clockStartedAt: Date | null;
  legs: ReferralLeg[];
}

const legs = `
  (select coalesce(json_agg(json_build_object('position', l.position, 'organisationName', o.name, 'serviceName', s.name,
     'openedAt', l.opened_at, 'endedAt', l.ended_at, 'ending', l.ending) order by l.position), '[]')
   from referral_leg l join organisation o on o.id = l.organisation_id left join service s on s.id = l.service_id
   where l.referral_id = r.id)`;

const text = `
  select r.id, r.reference, r.state, r.id = $1 as "isThis", r.person_id as "personId", r.bundle_position as position,
    r.referrer_organisation_id as "referrerOrganisationId", r.clock_started_at as "clockStartedAt", b.join_rule as "joinRule",
    t.name as "organisationName", s.name as "serviceName", ${legs} as legs
  from referral r left join referral_bundle b on b.id = r.bundle_id
    left join organisation t on t.id = r.recipient_organisation_id left join service s on s.id = r.service_id
  where r.id = $1 or r.bundle_id = (select bundle_id from referral where id = $1)
  order by r.bundle_position, r.id`;

const asInstant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

const asLeg = (leg: ReferralLeg): ReferralLeg => ({ ...leg, openedAt: asInstant(leg.openedAt)!, endedAt: asInstant(leg.endedAt) });

function asPart({ id, reference, state, isThis, organisationName, serviceName, position, legs }: Row): ReferralPart {
  return { id, reference, state, isThis, organisationName, serviceName, position: position ?? 1, legs: legs.map(asLeg) };
}

/** The way of one need over its receivers; row security leaves out the parts that the reader may not see. */
@Injectable()
export class ReadLegs {
  async run(transaction: Transaction, id: string): Promise<ReferralLegs> {
    const rows = await transaction.rows<Row>('referral.legs', text, [id]);
    const asked = rows.find(({ isThis }) => isThis);
    if (!asked) throw new Refusal(notFound());
    const isOwn = asked.referrerOrganisationId === transaction.actor.organisationId;
    transaction.shows({ people: [asked.personId], basis: isOwn ? 'own' : `leg:${id}` });
    const clocks = rows.flatMap(({ clockStartedAt }) => (clockStartedAt ? [clockStartedAt.getTime()] : []));
    return {
      clockStartedAt: clocks.length > 0 ? new Date(Math.min(...clocks)).toISOString() : null,
      joinRule: asked.joinRule,
      isOwn,
      parts: rows.map(asPart),
    };
  }
}
