import { preparePasskey, registerPasskey, removePasskey, renamePasskey } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OwnPasskeys } from './passkeys/own-passkeys';
import { SessionCookies } from './sign-in/session-cookies';

/** One's own passkeys. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly ownPasskeys: OwnPasskeys,
    private readonly cookies: SessionCookies,
  ) {}

  @Serves(preparePasskey)
  async prepare(@Current() transaction: Transaction): Promise<AnswerOf<typeof preparePasskey>> {
    return { options: { ...(await this.ownPasskeys.prepare(transaction)) } };
  }

  @Serves(registerPasskey)
  async register(
    @Current() transaction: Transaction,
    @Body({ schema: registerPasskey.body }) body: BodyOf<typeof registerPasskey>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof registerPasskey>> {
    const { passkey, recoveryCodes, renewed } = await this.ownPasskeys.register(transaction, body);
    this.cookies.set(reply, renewed);
    return { passkey, recoveryCodes };
  }

  @Serves(renamePasskey)
  async rename(
    @Current() transaction: Transaction,
    @Param({ schema: renamePasskey.params }) { id }: ParamsOf<typeof renamePasskey>,
    @Body({ schema: renamePasskey.body }) { name }: BodyOf<typeof renamePasskey>,
  ): Promise<AnswerOf<typeof renamePasskey>> {
    await this.ownPasskeys.rename(transaction, id, name);
    return { renamed: true };
  }

  @Serves(removePasskey)
  async remove(
    @Current() transaction: Transaction,
    @Param({ schema: removePasskey.params }) { id }: ParamsOf<typeof removePasskey>,
  ): Promise<AnswerOf<typeof removePasskey>> {
    await this.ownPasskeys.remove(transaction, id);
    return { removed: true };
  }
}
