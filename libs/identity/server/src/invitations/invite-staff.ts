import { alreadyColleague, refusedRoles, type inviteStaff, type OrganisationKind, type Role } from '@lotse/identity/model';
import { refuse, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Invitations, type SentInvitation } from './invitations';

const look = `
  select o.kind, exists (select from staff s where s.organisation_id = o.id and lower(s.email) = lower($1)) as "isColleague"
  from organisation o where o.id = current_organisation()`;

/** Invites somebody to the own organisation. Whether the address has an account elsewhere is neither asked nor said. */
@Injectable()
export class InviteStaff {
  constructor(private readonly invitations: Invitations) {}

  async run(transaction: Transaction, { email, displayName, roles }: BodyOf<typeof inviteStaff>): Promise<SentInvitation> {
    const { organisationId, roles: held } = transaction.actor;
    const found = await transaction.row<{ kind: OrganisationKind; isColleague: boolean }>('staff.look-before-inviting', look, [email]);
    if (found!.isColleague) throw new Refusal(alreadyColleague());
    const wanted = [...new Set(roles)];
    refuse(refusedRoles(wanted, [], found!.kind, held as Role[]));
    return this.invitations.open(transaction, { organisationId, email, displayName, roles: wanted });
  }
}
