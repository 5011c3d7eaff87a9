export { JobsModule } from './jobs.module';
export { queueConnection, queuePrefix, queueSchema } from './queue-connection';
export { claim, ReactsTo, type Reaction, type ToldEvent } from './reaction';
export { seeToEach } from './see-to-each';
export { Sweep } from './sweep';
