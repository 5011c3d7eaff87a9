import type { FastifyRequest } from 'fastify';
import passport from 'passport';

type Done = (error: unknown, user?: Express.User | null) => void;

/** The plainest of passport's strategies: hands the request to Nest's `validate`, and passport what comes of it. */
export class RequestStrategy extends passport.Strategy {
  constructor(private readonly verify: (request: FastifyRequest, done: Done) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, user) => (error || !user ? this.error(error) : this.success(user)));
  }
}
