import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { createWorker } from './create-worker';

const settings = readSettings(process.env);
const log = makeLog('worker', settings.LOG_LEVEL);
const worker = await createWorker(settings, log);
worker.enableShutdownHooks();
log.info('worker runs');
