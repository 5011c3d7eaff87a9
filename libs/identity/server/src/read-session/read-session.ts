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
}

const text = `
  select s.id as "staffId", s.display_name as "displayName", s.email, s.roles,
    json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'phone', o.phone, 'isInvented', o.is_invented) as organisation,
    json_build_object('id', r.id, 'key', r.key, 'name', r.name) as region, r.is_demo as "isDemo",
    (select last_value::int from outbox_event_sequence_seq) as "newestEvent"
  from staff s join organisation o on o.id = s.organisation_id join region r on r.id = o.region_id
  where s.id = current_staff()`;

/** Who is signed in, for the client. */
@Injectable()
export class ReadSession {
  async run(transaction: Transaction): Promise<Session> {
    const row = await transaction.row<Row>('session.read', text);
    if (!row) throw new Refusal(notSignedIn());
    const { staffId, displayName, email, roles, organisation, region, isDemo, newestEvent } = row;
    return {
      staff: { id: staffId, displayName, email, roles },
      organisation,
      region,
      permissions: permissionsOf(roles),
      isDemo,
      newestEvent,
    };
  }
}
