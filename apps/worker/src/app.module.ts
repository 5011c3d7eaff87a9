import { AdviceModule, AdviceWorkerModule } from '@lotse/advice/server';
import { CalendarModule, CalendarWorkerModule } from '@lotse/calendar/server';
import { ChronicleModule, ChronicleWorkerModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { NotificationModule, NotificationWorkerModule } from '@lotse/notification/server';
import { PeopleModule, PeopleWorkerModule } from '@lotse/people/server';
import { ReferralModule, ReferralWorkerModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import { DatabaseModule } from '@lotse/server-kit/database';
import { JobsModule } from '@lotse/server-kit/jobs';
import { SettingsModule, type Settings } from '@lotse/server-kit/settings';
import { TelemetryModule, type Logger } from '@lotse/server-kit/telemetry';
import { TaskModule, TaskWorkerModule } from '@lotse/task/server';
import { WaitingListModule, WaitingListWorkerModule } from '@lotse/waiting-list/server';
import { Module, type DynamicModule } from '@nestjs/common';

/** The worker: the same domains without HTTP, their reactions and sweeps, the relay and the queue. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, log: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        SettingsModule.with(settings),
        TelemetryModule.with(log),
        DatabaseModule,
        IdentityModule,
        ChronicleModule,
        ChronicleWorkerModule,
        RegionModule,
        TaskModule,
        TaskWorkerModule,
        DirectoryModule,
        PeopleModule,
        PeopleWorkerModule,
        ReferralModule,
        ReferralWorkerModule,
        AdviceModule,
        AdviceWorkerModule,
        CalendarModule,
        CalendarWorkerModule,
        WaitingListModule,
        WaitingListWorkerModule,
        NotificationModule,
        NotificationWorkerModule,
        JobsModule,
      ],
    };
  }
}
