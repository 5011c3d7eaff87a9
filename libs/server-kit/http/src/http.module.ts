import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { HealthController } from './health.controller';
import { Limits } from './limits/limits';
import { CountsOfAll } from './limits/counts-of-all';
import { LiveEvents } from './live-events';
import { LiveEventsController } from './live-events.controller';
import { MayGuard } from './may.guard';
import { OpenApiController } from './openapi.controller';
import { ProblemFilter } from './problem.filter';
import { validationPipe } from './validation';

/** Everything between a socket and an act: permission, transaction, validation, cutting the answer, problems, live events, health. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, LiveEventsController, OpenApiController],
  providers: [
    LiveEvents,
    Limits,
    CountsOfAll,
    { provide: APP_GUARD, useClass: MayGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [LiveEvents],
})
export class HttpModule {}
