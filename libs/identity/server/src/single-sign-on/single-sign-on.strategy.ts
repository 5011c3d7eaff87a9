import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { RequestStrategy } from '../sign-in/request-strategy';
import { SingleSignOn, type Returned } from './single-sign-on';
import { keyFrom } from './return-cookie';

/** Signs staff in who come back from the account service of their organisation. */
@Injectable()
export class SingleSignOnStrategy extends PassportStrategy(RequestStrategy, 'single-sign-on') {
  constructor(private readonly singleSignOn: SingleSignOn) {
    super();
  }

  validate(request: FastifyRequest): Promise<Returned> {
    return this.singleSignOn.finish(keyFrom(request.headers.cookie), request.url.split('?')[1] ?? '');
  }
}
