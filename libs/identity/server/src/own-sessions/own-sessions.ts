import type { OwnSession as Listed } from '@lotse/identity/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { OwnSession, tellEnded } from '../own-sign-in/own-session';

interface Row extends Omit<Listed, 'startedAt' | 'lastSeenAt'> {
  startedAt: Date;
  lastSeenAt: Date;
}

/** As `enter_session` decides it. */
const lives = `
  s.staff_id = current_staff() and s.ended_at is null and s.expires_at > now()
  and s.created_at > now() - make_interval(mins => coalesce(r.session_minutes, 720))
  and s.last_seen_at > now() - make_interval(mins => coalesce(r.idle_minutes, 60))`;

const list = `
  select s.id, s.device, s.way, s.created_at as "startedAt", s.last_seen_at as "lastSeenAt", s.id = current_session_id() as "isThis"
  from session s left join sign_in_rule r on r.organisation_id = current_organisation()
  where ${lives} order by s.id = current_session_id() desc, s.last_seen_at desc, s.id limit 100`;

/** Where one is signed in, and signing out there: for whoever has shown their password not long ago. */
@Injectable()
export class OwnSessions {
  constructor(private readonly ownSession: OwnSession) {}

  async read(transaction: Transaction): Promise<Listed[]> {
    const rows = await transaction.rows<Row>('own-sessions.read', list);
    return rows.map(({ startedAt, lastSeenAt, ...row }) => ({
      ...row,
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  }

  async end(transaction: Transaction, id: string): Promise<void> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const ended = await transaction.change(
      'own-sessions.end-one',
      'update session set ended_at = now() where id = $1 and staff_id = current_staff() and ended_at is null',
      [id],
    );
    if (ended === 0) throw new Refusal(notFound());
    this.tell(transaction);
  }

  async endMany(transaction: Transaction, which: 'others' | 'all'): Promise<number> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const ended = await transaction.change(
      'own-sessions.end-many',
      `update session set ended_at = now()
       where staff_id = current_staff() and ended_at is null and ($1 or id <> current_session_id())`,
      [which === 'all'],
    );
    this.tell(transaction);
    return ended;
  }

  private tell(transaction: Transaction): void {
    tellEnded(transaction);
    transaction.record({ kind: 'act', verb: 'identity.endSessions', subject: 'staff', subjectId: transaction.actor.staffId });
  }
}
