import { Module } from '@nestjs/common';
import { MailTransport } from './mail-transport';

/** One connection to the mail server for a process. */
@Module({ providers: [MailTransport], exports: [MailTransport] })
export class MailModule {}
