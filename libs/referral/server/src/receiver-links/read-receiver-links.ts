import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import type { readReceiverLinks } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Answer = AnswerOf<typeof readReceiverLinks>;

const about = `
  select o.without_account and r.referrer_organisation_id = current_organisation() and r.state <> 'draft' as possible,
    o.notification_email as email
  from referral r left join organisation o on o.id = r.recipient_organisation_id where r.id = $1`;

const read = `
  select l.id, l.created_at as "createdAt", s.display_name as "createdBy", l.mailed_to as "mailedTo", l.expires_at as "expiresAt",
    l.opened_at as "openedAt", l.answered_at as "answeredAt",
    case when l.revoked_at is not null then 'revoked' when l.attempts >= 5 then 'locked' when l.expires_at <= now() then 'expired'
      when not is_live_link(l) then 'revoked' when l.answered_at is not null then 'answered' when l.opened_at is not null then 'opened'
      else 'waiting' end as state,
    coalesce((select json_agg(json_build_object('named', x.named, 'at', to_char(x.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by x.created_at desc) from receiver_link_session x where x.link_id = l.id), '[]') as "lookedAt"
  from receiver_link l join staff s on s.id = l.created_by where l.referral_id = $1 order by l.created_at desc, l.id limit 20`;

const revoke = `
  update receiver_link set revoked_at = now() where id = $1 and referral_id = $2 and organisation_id = current_organisation() and revoked_at is null`;

type Row = Omit<Answer['items'][number], 'createdAt' | 'expiresAt' | 'openedAt' | 'answeredAt'> &
  Record<'createdAt' | 'expiresAt', Date> &
  Record<'openedAt' | 'answeredAt', Date | null>;

/** The links of a referral, for whoever made them. */
@Injectable()
export class ReceiverLinks {
  async read(transaction: Transaction, id: string): Promise<Answer> {
    const [found, rows] = await Promise.all([
      transaction.row<{ possible: boolean | null; email: string | null }>('links.about', about, [id]),
      transaction.rows<Row>('links.read', read, [id]),
    ]);
    if (!found) throw new Refusal(notFound());
    const items = rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      openedAt: row.openedAt?.toISOString() ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }));
    return { possible: found.possible ?? false, email: found.email, items };
  }

  async revoke(transaction: Transaction, id: string, linkId: string): Promise<{ id: string }> {
    if ((await transaction.change('link.revoke', revoke, [linkId, id])) === 0) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'receiverLink.revoke', subject: 'referral', subjectId: id });
    return { id: linkId };
  }
}
