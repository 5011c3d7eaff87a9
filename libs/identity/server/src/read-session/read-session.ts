import { Refusal, notSignedIn } from '@lotse/kernel';
import { permissionsOf, type OwnDeputyship, type Role, type Session } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row {
  staffId: string;
  displayName: string;
  email: string;
  organisation: Session['organisation'];
  region: Session['region'];
  isDemo: boolean;
  newestEvent: number;
  endsAt: Date;
  idleMinutes: number;
}

const standIns = 'select id, absent_name as "absentName", organisation, until_day::text as "untilDay" from own_deputyships()';

const text = `
  select s.id as "staffId", s.display_name as "displayName", s.email,
    json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'phone', o.phone, 'isInvented', o.is_invented) as organisation,
    json_build_object('id', r.id, 'key', r.key, 'name', r.name) as region, r.is_demo as "isDemo",
    (select last_value::int from outbox_event_sequence_seq) as "newestEvent",
    least(e.expires_at, e.created_at + make_interval(mins => l.session_minutes)) as "endsAt",
    l.idle_minutes as "idleMinutes"
  from staff s join organisation o on o.id = current_organisation() join region r on r.id = o.region_id
    join session e on e.id = current_session_id() cross join own_session_limits() l
  where s.id = current_staff()`;

/** Who is signed in, for the client: as a deputy with the organisation and the roles of the absent one. */
@Injectable()
export class ReadSession {
  async run(transaction: Transaction): Promise<Session> {
    const { actor } = transaction;
    const [row, deputyships] = await Promise.all([
      transaction.row<Row>('session.read', text),
      transaction.rows<OwnDeputyship>('session.deputyships', standIns),
    ]);
    if (!row) throw new Refusal(notSignedIn());
    const { staffId, displayName, email, organisation, region, isDemo, newestEvent, endsAt, idleMinutes } = row;
    const roles = [...actor.roles] as Role[];
    // It has been said once that the deputyship is over; from here on the session is its own again.
    if (actor.isDeputyshipOver) transaction.send('session.go-back', 'select act_for(null)');
    return {
      staff: { id: staffId, displayName, email, roles },
      organisation,
      region,
      permissions: permissionsOf(roles),
      isDemo,
      newestEvent,
      endsAt: endsAt.toISOString(),
      idleMinutes,
      isLimited: actor.isLimited ?? false,
      deputyship: deputyships.find(({ id }) => id === actor.deputyshipId) ?? null,
      deputyships,
      isDeputyshipOver: actor.isDeputyshipOver ?? false,
    };
  }
}
