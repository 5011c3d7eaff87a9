import { findSingleSignOn, finishSingleSignOn, startSingleSignOn } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, QueryOf } from '@lotse/kernel';
import { Serves } from '@lotse/server-kit/http';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Body, Controller, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from './sign-in/device';
import { ownAddress } from './sign-in/own-address';
import { SessionCookies } from './sign-in/session-cookies';
import { SignIn } from './sign-in/sign-in';
import { returnCookie } from './single-sign-on/return-cookie';
import { SingleSignOnGuard, type ReturnedRequest } from './single-sign-on/single-sign-on.guard';
import { SingleSignOn } from './single-sign-on/single-sign-on';

/** To the account service of one's organisation, and back. */
@Controller()
export class SingleSignOnController {
  private readonly isSecure: boolean;

  constructor(
    private readonly singleSignOn: SingleSignOn,
    private readonly signIn: SignIn,
    private readonly cookies: SessionCookies,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.isSecure = ownAddress(settings).protocol === 'https:';
  }

  @Serves(findSingleSignOn)
  async find(
    @Query({ schema: findSingleSignOn.query }) { domain }: QueryOf<typeof findSingleSignOn>,
  ): Promise<AnswerOf<typeof findSingleSignOn>> {
    return { items: await this.singleSignOn.find(domain) };
  }

  @Serves(startSingleSignOn)
  async start(
    @Body({ schema: startSingleSignOn.body }) body: BodyOf<typeof startSingleSignOn>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof startSingleSignOn>> {
    const { address, key } = await this.singleSignOn.begin(body);
    void reply.header('set-cookie', returnCookie(key, this.isSecure));
    return { address };
  }

  /** Answers with a page to go to, whatever happened: a person stands there, not a program. */
  @Serves(finishSingleSignOn)
  @UseGuards(SingleSignOnGuard)
  async finish(@Req() request: FastifyRequest & ReturnedRequest, @Res() reply: FastifyReply): Promise<void> {
    const { returned, refused } = request;
    void reply.header('set-cookie', returnCookie('', this.isSecure));
    if (returned) this.cookies.set(reply, await this.signIn.run(returned, deviceOf(request.headers['user-agent'])));
    await reply.redirect(returned?.target ?? `/anmelden?hinweis=${refused}`, 303);
  }
}
