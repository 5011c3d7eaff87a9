import { newId } from '@lotse/kernel';
import type { ReceivedBefore, Release, RevocationEffect } from '@lotse/people/model';
import { RevocationEffects, type EndOfRelease, type RevocationEffectOf } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const concerned = `r.person_id = $1 and r.recipient_organisation_id = $2 and r.referrer_organisation_id = current_organisation()
  and r.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error')`;

const find = `select r.id, r.state, r.version from referral r where ${concerned} order by r.id for update`;
const findFirst = `select r.id from referral r where ${concerned} order by r.id`;

const bringBack = `
  update referral set custodian = 'referrer', custodian_organisation_id = referrer_organisation_id, due_at = now() + interval '1 day',
    updated_at = now(), version = version + 1
  where id = $1`;

const step = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id)
  values ($1, $2, 'release_' || $4, $3, $3, current_staff(), current_organisation())`;

const received = `
  select r.id as "referralId", r.reference, (r.clock_started_at at time zone 'Europe/Berlin')::date::text as "sentOn",
    (select array_agg(distinct part order by part) from release x cross join unnest(x.data_parts) part
     where x.person_id = r.person_id and x.discloser_organisation_id = r.referrer_organisation_id and x.recipient_organisation_id = $2) as parts
  from referral r where r.person_id = $1 and r.referrer_organisation_id = current_organisation() and r.clock_started_at is not null
    and exists (select from access_grant g where g.referral_id = r.id and g.organisation_id = $2 and g.basis = 'leg')
  order by r.clock_started_at desc, r.id limit 100`;

/**
 * The receiver may no longer see a referral, so it is on the referrer's worklist from that moment: nobody is forgotten on the way. The
 * history says so and stays. Work about it that the receiver could no longer do is dropped there.
 */
@Injectable()
export class ReferralsComeBack implements RevocationEffectOf, OnModuleInit {
  readonly name = 'referral.come-back';
  readonly comesLast = true;

  constructor(
    private readonly effects: RevocationEffects,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async preview(transaction: Transaction, release: Release): Promise<RevocationEffect[]> {
    const found = await transaction.rows<{ id: string }>('revocation.referrals', findFirst, valuesOf(release));
    return [{ kind: 'referrals_come_back', amount: found.length, ids: found.map(({ id }) => id) }];
  }

  async apply(transaction: Transaction, release: Release, why: EndOfRelease): Promise<void> {
    const found = await transaction.rows<{ id: string; state: string; version: number }>('revocation.lock', find, valuesOf(release));
    this.tasks.endOf(transaction, release.personId, release.recipientOrganisationId);
    for (const { id, state, version } of found) {
      transaction.send('revocation.step', step, [newId(), id, state, why]);
      transaction.send('revocation.bring-back', bringBack, [id]);
      transaction.announce({
        name: 'ReferralComesBack',
        subject: 'referral',
        subjectId: id,
        version: version + 1,
        audience: [release.discloserOrganisationId, release.recipientOrganisationId],
      });
    }
  }

  /** What was lawfully received stays where it was received (§ 630f BGB); the person is told of it. */
  received(transaction: Transaction, release: Release): Promise<ReceivedBefore[]> {
    return transaction.rows<ReceivedBefore>('revocation.received', received, valuesOf(release));
  }
}

const valuesOf = ({ personId, recipientOrganisationId }: Release): unknown[] => [personId, recipientOrganisationId];
