import { Refusal, type BodyOf } from '@lotse/kernel';
import { wrongCredentials, type signIn } from '@lotse/identity/model';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SecondStep } from '../second-factor/second-step';
import { deviceTokenOf } from './known-device';
import { passwordFits } from './password';
import { RefusedSignIns } from './refused-sign-ins';
import type { SignedInStaff } from './sign-in';
import { Throttle } from './throttle';

interface Credentials {
  staffId: string;
  passwordHash: string | null;
  isKnownDevice: boolean;
}

/** Signs staff in with e-mail address and password, and a second factor where they have one. Every step is taken for addresses that do not exist as well. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly secondStep: SecondStep,
    private readonly refused: RefusedSignIns,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<SignedInStaff> {
    const device = deviceTokenOf(request.headers.cookie);
    const found = await this.findCredentials(email, device);
    const counted = await this.throttle.count({
      kind: 'sign-in',
      email,
      ip: request.ip,
      device: found?.isKnownDevice ? device : undefined,
    });
    const fits = await passwordFits(found?.passwordHash, password);
    if (!found || !fits) {
      await this.refused.note({ way: 'password', staffId: found?.staffId });
      throw new Refusal(wrongCredentials());
    }
    await counted.succeeded();
    return this.secondStep.run(found.staffId, (request.body as BodyOf<typeof signIn>).code);
  }

  private findCredentials(email: string, device: Buffer | undefined): Promise<Credentials | undefined> {
    return this.database.asPublic((transaction) =>
      transaction.row<Credentials>(
        'sign-in.credentials',
        `select staff_id as "staffId", password_hash as "passwordHash", is_known_device as "isKnownDevice" from find_credentials($1, $2)`,
        [email, device ?? null],
      ),
    );
  }
}
