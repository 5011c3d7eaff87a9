import {
  changePassword,
  confirmAuthenticator,
  confirmSession,
  prepareAuthenticator,
  readOwnSignIn,
  removeAuthenticator,
  renewRecoveryCodes,
} from '@lotse/identity/model';
import type { AnswerOf, BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ChangePassword } from './own-sign-in/change-password';
import { ConfirmSession } from './own-sign-in/confirm-session';
import { ReadOwnSignIn } from './own-sign-in/read-own-sign-in';
import { SetUpAuthenticator } from './second-factor/set-up-authenticator';
import { SessionCookies } from './sign-in/session-cookies';

/** How one signs in, and changing it. */
@Controller()
export class OwnSignInController {
  constructor(
    private readonly readOwnSignIn: ReadOwnSignIn,
    private readonly confirmSession: ConfirmSession,
    private readonly changePassword: ChangePassword,
    private readonly setUpAuthenticator: SetUpAuthenticator,
    private readonly cookies: SessionCookies,
  ) {}

  @Serves(readOwnSignIn)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOwnSignIn>> {
    return this.readOwnSignIn.run(transaction);
  }

  @Serves(confirmSession)
  async confirm(
    @Current() transaction: Transaction,
    @Body({ schema: confirmSession.body }) { password }: BodyOf<typeof confirmSession>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof confirmSession>> {
    this.cookies.set(reply, await this.confirmSession.run(transaction, password));
    return { confirmed: true };
  }

  @Serves(changePassword)
  async change(
    @Current() transaction: Transaction,
    @Body({ schema: changePassword.body }) body: BodyOf<typeof changePassword>,
  ): Promise<AnswerOf<typeof changePassword>> {
    await this.changePassword.run(transaction, body);
    return { changed: true };
  }

  @Serves(prepareAuthenticator)
  prepare(
    @Current() transaction: Transaction,
    @Body({ schema: prepareAuthenticator.body }) { code }: BodyOf<typeof prepareAuthenticator>,
  ): Promise<AnswerOf<typeof prepareAuthenticator>> {
    return this.setUpAuthenticator.prepare(transaction, code);
  }

  @Serves(confirmAuthenticator)
  async finish(
    @Current() transaction: Transaction,
    @Body({ schema: confirmAuthenticator.body }) { code }: BodyOf<typeof confirmAuthenticator>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof confirmAuthenticator>> {
    const { recoveryCodes, renewed } = await this.setUpAuthenticator.confirm(transaction, code);
    this.cookies.set(reply, renewed);
    return { recoveryCodes };
  }

  @Serves(removeAuthenticator)
  async remove(
    @Current() transaction: Transaction,
    @Body({ schema: removeAuthenticator.body }) { code }: BodyOf<typeof removeAuthenticator>,
  ): Promise<AnswerOf<typeof removeAuthenticator>> {
    await this.setUpAuthenticator.remove(transaction, code);
    return { removed: true };
  }

  @Serves(renewRecoveryCodes)
  async newRecoveryCodes(@Current() transaction: Transaction): Promise<AnswerOf<typeof renewRecoveryCodes>> {
    return { recoveryCodes: await this.setUpAuthenticator.renewRecoveryCodes(transaction) };
  }
}
