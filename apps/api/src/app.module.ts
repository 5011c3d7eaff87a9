import { AdviceModule } from '@lotse/advice/server';
import { CalendarModule } from '@lotse/calendar/server';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { InteropModule } from '@lotse/interop/server';
import { NotificationModule } from '@lotse/notification/server';
import { PeopleModule } from '@lotse/people/server';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import { DatabaseModule } from '@lotse/server-kit/database';
import { HttpModule } from '@lotse/server-kit/http';
import { SettingsModule, type Settings } from '@lotse/server-kit/settings';
import { TelemetryModule, type Logger } from '@lotse/server-kit/telemetry';
import { TaskModule } from '@lotse/task/server';
import { WaitingListModule } from '@lotse/waiting-list/server';
import { Module, type DynamicModule } from '@nestjs/common';

/** The domains, from the lowest to the highest. */
export const domainModules = [
  IdentityModule,
  ChronicleModule,
  RegionModule,
  TaskModule,
  DirectoryModule,
  PeopleModule,
  ReferralModule,
  AdviceModule,
  CalendarModule,
  WaitingListModule,
  NotificationModule,
  InteropModule,
];

/** The HTTP process. */
@Module({})
export class ApiModule {
  static with(settings: Settings, log: Logger): DynamicModule {
    return {
      module: ApiModule,
      imports: [SettingsModule.with(settings), TelemetryModule.with(log), DatabaseModule, HttpModule, ...domainModules],
    };
  }
}
