import { singleSignOnFailed } from '@lotse/identity/model';
import { Refusal } from '@lotse/kernel';
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Returned } from './single-sign-on';

/** What became of somebody who came back: one of the two. */
export interface ReturnedRequest {
  returned?: Returned;
  /** The code of the problem. */
  refused?: string;
}

/** Runs the strategy. A refusal is no answer for somebody who looks at a browser: the handler leads them back with its code. */
@Injectable()
export class SingleSignOnGuard extends AuthGuard('single-sign-on') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ReturnedRequest & { user?: Returned }>();
    try {
      await super.canActivate(context);
      request.returned = request.user;
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      request.refused = thrown.problem.code;
    }
    request.refused ??= request.returned ? undefined : singleSignOnFailed.code;
    return true;
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    return user;
  }
}
