import { refusedAsLast, refusedRoles, type changeStaff, type Role } from '@lotse/identity/model';
import { refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Members } from './members';

const change = 'update staff set display_name = $2, roles = $3, version = version + 1 where id = $1';

/** Changes name and roles. The session look-up reads roles with every request, so nothing has to be ended. */
@Injectable()
export class ChangeStaff {
  constructor(private readonly members: Members) {}

  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { displayName, roles }: BodyOf<typeof changeStaff>,
  ): Promise<AnswerOf<typeof changeStaff>> {
    const member = await this.members.loadAt(transaction, id, version);
    const wanted = [...new Set(roles ?? member.roles)];
    refuse(refusedRoles(wanted, member.roles, member.kind, transaction.actor.roles as Role[]));
    refuse(refusedAsLast(member.roles, wanted, await this.members.otherAdministrators(transaction, id)));
    transaction.send('staff.change', change, [id, displayName ?? member.displayName, wanted]);
    this.members.changed(transaction, id, roles ? 'staff.changeRoles' : 'staff.rename');
    return { id, version: version + 1 };
  }
}
