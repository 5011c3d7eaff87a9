export { LOG, makeLog, nestLogger, type Logger } from './log';
export { TelemetryModule } from './telemetry.module';
