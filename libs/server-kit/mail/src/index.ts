export { MailModule } from './mail.module';
export { MailTransport, type Letter } from './mail-transport';
