import {
  acceptInvitation,
  askForNewAccess,
  inviteStaff,
  lookAtInvitation,
  lookAtNewAccess,
  readInvitations,
  resendInvitation,
  revokeInvitation,
  useNewAccess,
} from '@lotse/identity/model';
import { Refusal, versionStale, type AnswerOf, type BodyOf, type ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AcceptInvitation } from './invitations/accept-invitation';
import { Invitations } from './invitations/invitations';
import { InviteStaff } from './invitations/invite-staff';
import { NewAccess } from './new-access/new-access';

/** Ways in: invitations by those who administer, and what whoever holds a link does with it. */
@Controller()
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly inviteStaff: InviteStaff,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly newAccess: NewAccess,
  ) {}

  @Serves(readInvitations)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readInvitations>> {
    return { items: await this.invitations.read(transaction) };
  }

  @Serves(inviteStaff)
  invite(
    @Current() transaction: Transaction,
    @Body({ schema: inviteStaff.body }) body: BodyOf<typeof inviteStaff>,
  ): Promise<AnswerOf<typeof inviteStaff>> {
    return this.inviteStaff.run(transaction, body);
  }

  @Serves(resendInvitation)
  resend(
    @Current() transaction: Transaction,
    @Param({ schema: resendInvitation.params }) { id }: ParamsOf<typeof resendInvitation>,
    @Body({ schema: resendInvitation.body }) _body: BodyOf<typeof resendInvitation>,
  ): Promise<AnswerOf<typeof resendInvitation>> {
    return this.invitations.renew(transaction, id);
  }

  @Serves(revokeInvitation)
  async revoke(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: revokeInvitation.params }) { id }: ParamsOf<typeof revokeInvitation>,
    @Body({ schema: revokeInvitation.body }) _body: BodyOf<typeof revokeInvitation>,
  ): Promise<AnswerOf<typeof revokeInvitation>> {
    const newer = await this.invitations.revoke(transaction, id, version);
    if (newer !== undefined) throw new Refusal(versionStale({ context: { version: newer } }));
    return { id };
  }

  @Serves(lookAtInvitation)
  look(@Body({ schema: lookAtInvitation.body }) { token }: BodyOf<typeof lookAtInvitation>): Promise<AnswerOf<typeof lookAtInvitation>> {
    return this.acceptInvitation.look(token);
  }

  @Serves(acceptInvitation)
  accept(@Body({ schema: acceptInvitation.body }) body: BodyOf<typeof acceptInvitation>): Promise<AnswerOf<typeof acceptInvitation>> {
    return this.acceptInvitation.run(body);
  }

  @Serves(askForNewAccess)
  async ask(
    @Body({ schema: askForNewAccess.body }) { email }: BodyOf<typeof askForNewAccess>,
    @Req() request: FastifyRequest,
  ): Promise<AnswerOf<typeof askForNewAccess>> {
    await this.newAccess.ask(email, request.ip);
    return { asked: true };
  }

  @Serves(lookAtNewAccess)
  lookAtAccess(
    @Body({ schema: lookAtNewAccess.body }) { token }: BodyOf<typeof lookAtNewAccess>,
  ): Promise<AnswerOf<typeof lookAtNewAccess>> {
    return this.newAccess.look(token);
  }

  @Serves(useNewAccess)
  use(@Body({ schema: useNewAccess.body }) body: BodyOf<typeof useNewAccess>): Promise<AnswerOf<typeof useNewAccess>> {
    return this.newAccess.use(body);
  }
}
