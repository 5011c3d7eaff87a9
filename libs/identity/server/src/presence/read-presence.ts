import { presenceSeconds, type ColleaguePresence, type PresenceSubject } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select p.subject_id as "subjectId", p.staff_id as "staffId", s.display_name as "displayName", p.doing
  from presence p join staff s on s.id = p.staff_id
  where p.organisation_id = current_organisation() and p.subject = $1 and p.staff_id <> current_staff()
    and p.seen_at > now() - make_interval(secs => ${presenceSeconds})
  order by s.display_name, p.staff_id limit 500`;

/** Which colleagues are at what right now. */
@Injectable()
export class ReadPresence {
  run(transaction: Transaction, subject: PresenceSubject): Promise<ColleaguePresence[]> {
    return transaction.rows<ColleaguePresence>('presence.read', text, [subject]);
  }
}
