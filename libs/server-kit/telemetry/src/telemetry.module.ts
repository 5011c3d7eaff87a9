import { Module, type DynamicModule } from '@nestjs/common';
import { LOG, type Logger } from './log';

/** Hands the log of the process to whoever asks for it. */
@Module({})
export class TelemetryModule {
  static with(log: Logger): DynamicModule {
    return { module: TelemetryModule, global: true, providers: [{ provide: LOG, useValue: log }], exports: [LOG] };
  }
}
