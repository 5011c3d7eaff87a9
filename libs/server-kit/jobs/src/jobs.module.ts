import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventProcessor } from './event-processor';
import { OutboxRelay } from './outbox-relay';
import { queueConnection, queuePrefix } from './queue-connection';
import { eventsQueue } from './queues';
import { Reactions } from './reactions';

/** What only the worker does: relay the outbox and process the queue. */
@Module({
  imports: [
    DiscoveryModule,
    BullModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({ connection: queueConnection(settings), prefix: queuePrefix(settings) }),
    }),
    BullModule.registerQueue({ name: eventsQueue }),
  ],
  providers: [Reactions, OutboxRelay, EventProcessor],
})
export class JobsModule {}
