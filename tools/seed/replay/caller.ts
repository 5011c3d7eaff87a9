import { signIn, signOut } from '@lotse/identity/model';
import { demoPassword } from '@lotse/identity/server';
import { pathOf, type AnswerOf, type BodyInput, type Endpoint, type Problem } from '@lotse/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Sent<Contract extends Endpoint> {
  params?: Record<string, string>;
  body?: BodyInput<Contract>;
  version?: number;
  key?: string;
}

/** Calls the contracts of the API in this process, as the invented staff, each signed in once. */
export class Caller {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  async call<Contract extends Endpoint>(email: string, contract: Contract, sent: Sent<Contract>): Promise<AnswerOf<Contract>> {
    const answer = await this.app.inject({
      method: contract.method,
      url: pathOf(contract, sent.params),
      headers: {
        cookie: await this.cookieOf(email),
        ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
        ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
      },
      ...(sent.body === undefined ? {} : { payload: sent.body as object }),
    });
    if (answer.statusCode < 300) return answer.json<AnswerOf<Contract>>();
    throw new Error(`${contract.method} ${contract.path} as ${email}: ${describe(answer.json<Problem>())}`);
  }

  /** Ends every session that was begun. */
  async signOutAll(): Promise<void> {
    for (const email of this.cookies.keys()) await this.call(email, signOut, {});
    this.cookies.clear();
  }

  private async cookieOf(email: string): Promise<string> {
    const known = this.cookies.get(email);
    if (known) return known;
    const answer = await this.app.inject({ method: signIn.method, url: pathOf(signIn), payload: { email, password: demoPassword } });
    const set = [answer.headers['set-cookie']].flat()[0];
    if (answer.statusCode !== 200 || !set) throw new Error(`${email} cannot sign in.`);
    const cookie = set.slice(0, set.indexOf(';'));
    this.cookies.set(email, cookie);
    return cookie;
  }
}

const describe = ({ status, code, fields, context }: Problem & { context?: unknown }): string =>
  JSON.stringify({ status, code, fields, context });
