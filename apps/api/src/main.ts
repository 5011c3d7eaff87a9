import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { createApi } from './create-api';

const settings = readSettings(process.env);
const log = makeLog('api', settings.LOG_LEVEL);
const app = await createApi(settings, log);
// Ends with code 0 when asked to end; whoever watches over processes takes a signal for a crash.
app.enableShutdownHooks(undefined, { useProcessExit: true });
await app.listen(settings.PORT, settings.HOST);
log.info({ port: settings.PORT }, 'api listens');
