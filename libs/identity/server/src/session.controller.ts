import { askForPasskey, readDemoLogins, readSession, signIn, signInWithPasskey, signOut, type Session } from '@lotse/identity/model';
import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Current, hashOf, Serves, tokenFrom } from '@lotse/server-kit/http';
import { Body, Controller, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Passkeys } from './passkeys/passkeys';
import { ReadDemoLogins } from './read-demo-logins/read-demo-logins';
import { ReadSession } from './read-session/read-session';
import { deviceOf } from './sign-in/device';
import { KnownDevices } from './sign-in/known-device';
import { SessionCookies } from './sign-in/session-cookies';
import { PasskeyGuard, PasswordGuard } from './sign-in/sign-in.guard';
import { SignIn, type SignedInStaff } from './sign-in/sign-in';

@Controller()
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly passkeys: Passkeys,
    private readonly readSession: ReadSession,
    private readonly readDemoLogins: ReadDemoLogins,
    private readonly cookies: SessionCookies,
    private readonly knownDevices: KnownDevices,
  ) {}

  @Serves(signIn)
  @UseGuards(PasswordGuard)
  begin(
    @Body({ schema: signIn.body }) _body: BodyOf<typeof signIn>,
    @Req() request: FastifyRequest & { user: SignedInStaff },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.beginFor(request, reply);
  }

  @Serves(askForPasskey)
  async askForPasskey(): Promise<AnswerOf<typeof askForPasskey>> {
    const options = await this.database.asPublic((transaction) => this.passkeys.askToShow(transaction));
    return { options: { ...options } };
  }

  @Serves(signInWithPasskey)
  @UseGuards(PasskeyGuard)
  beginWithPasskey(
    @Body({ schema: signInWithPasskey.body }) _body: BodyOf<typeof signInWithPasskey>,
    @Req() request: FastifyRequest & { user: SignedInStaff },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.beginFor(request, reply);
  }

  @Serves(readSession)
  read(@Current() transaction: Transaction): Promise<Session> {
    return this.readSession.run(transaction);
  }

  @Serves(signOut)
  end(@Current() transaction: Transaction, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    transaction.send('session.end', 'select end_session($1)', [hashOf(tokenFrom(request.headers.cookie)!)]);
    transaction.record({ kind: 'act', verb: 'identity.signOut', subject: 'staff', subjectId: transaction.actor.staffId });
    this.cookies.clear(reply);
    return { signedOut: true as const };
  }

  @Serves(readDemoLogins)
  demoLogins(): Promise<AnswerOf<typeof readDemoLogins>> {
    return this.readDemoLogins.run();
  }

  private async beginFor(request: FastifyRequest & { user: SignedInStaff }, reply: FastifyReply): Promise<Session> {
    const begun = await this.signIn.run(request.user, deviceOf(request.headers['user-agent']));
    this.cookies.set(reply, begun);
    this.cookies.know(reply, await this.knownDevices.remember(request.user.staffId, request.headers.cookie));
    return begun.session;
  }
}
