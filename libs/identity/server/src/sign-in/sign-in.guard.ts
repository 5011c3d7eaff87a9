import { signIn, signInWithPasskey } from '@lotse/identity/model';
import { invalidInput, Refusal, type Endpoint } from '@lotse/kernel';
import { refusalOf } from '@lotse/server-kit/http';
import { Injectable, type ExecutionContext, type Type } from '@nestjs/common';
import { AuthGuard, type IAuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';

/**
 * Runs one of passport's strategies. Guards run before pipes, so the body is checked here first: a missing password is a missing
 * input, not a wrong one.
 */
function guardOf(strategy: string, contract: Endpoint): Type<IAuthGuard> {
  @Injectable()
  class SignInGuard extends AuthGuard(strategy) {
    override async canActivate(context: ExecutionContext): Promise<boolean> {
      const { body } = context.switchToHttp().getRequest<FastifyRequest>();
      const checked = contract.body?.safeParse(body);
      if (checked?.error) throw refusalOf(checked.error.issues);
      return (await super.canActivate(context)) as boolean;
    }

    override handleRequest<User>(error: unknown, user: User): User {
      if (error || !user) throw error ?? new Refusal(invalidInput());
      return user;
    }
  }
  return SignInGuard;
}

export const PasswordGuard = guardOf('password', signIn);
export const PasskeyGuard = guardOf('passkey', signInWithPasskey);
