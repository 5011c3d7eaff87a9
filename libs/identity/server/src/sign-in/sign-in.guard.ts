import { signIn } from '@lotse/identity/model';
import { invalidInput, Refusal } from '@lotse/kernel';
import { refusalOf } from '@lotse/server-kit/http';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';

/**
 * Runs passport's password strategy. Guards run before pipes, so the body is checked here first: a missing password is a missing
 * input, not a wrong one.
 */
@Injectable()
export class SignInGuard extends AuthGuard('password') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    const checked = signIn.body.safeParse(body);
    if (!checked.success) throw refusalOf(checked.error.issues);
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error || !user) throw error ?? new Refusal(invalidInput());
    return user;
  }
}
