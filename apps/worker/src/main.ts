import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { createWorker } from './create-worker';

const settings = readSettings(process.env);
const log = makeLog('worker', settings.LOG_LEVEL);
const worker = await createWorker(settings, log);
// Ends with code 0 when asked to end; whoever watches over processes takes a signal for a crash.
worker.enableShutdownHooks(undefined, { useProcessExit: true });
log.info('worker runs');
