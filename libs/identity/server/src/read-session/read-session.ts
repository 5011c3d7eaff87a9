import { Refusal, notSignedIn } from '@lotse/kernel';
import { permissionsOf, type Role, type Session } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row {
  staffId: string;
  displayName: string;
  email: string;
  roles: Role[];
  organisation: Session['organisation'];
  region: Session['region'];
  isDemo: boolean;
  newestEvent: number;
  endsAt: Date;
  idleMinutes: number;
}

const text = `
  select s.id as "staffId", s.display_name as "displayName", s.email, s.roles,
    json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'phone', o.phone, 'isInvented', o.is_invented) as organisation,
    json_build_object('id', r.id, 'key', r.key, 'name', r.name) as region, r.is_demo as "isDemo",
    (select last_value::int from outbox_event_sequence_seq) as "newestEvent",
    least(e.expires_at, e.created_at + make_interval(mins => coalesce(l.session_minutes, 720))) as "endsAt",
    coalesce(l.idle_minutes, 60) as "idleMinutes"
  from staff s join organisation o on o.id = s.organisation_id join region r on r.id = o.region_id
    join session e on e.id = current_session_id() left join sign_in_rule l on l.organisation_id = o.id
  where s.id = current_staff()`;

/** Who is signed in, for the client. */
@Injectable()
export class ReadSession {
  async run(transaction: Transaction): Promise<Session> {
    const row = await transaction.row<Row>('session.read', text);
    if (!row) throw new Refusal(notSignedIn());
    const { staffId, displayName, email, roles, organisation, region, isDemo, newestEvent, endsAt, idleMinutes } = row;
    return {
      staff: { id: staffId, displayName, email, roles },
      organisation,
      region,
      permissions: permissionsOf(roles),
      isDemo,
      newestEvent,
      endsAt: endsAt.toISOString(),
      idleMinutes,
      isLimited: transaction.actor.isLimited ?? false,
    };
  }
}
