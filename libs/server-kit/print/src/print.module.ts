import { Module } from '@nestjs/common';
import { Printer } from './printer';

/** Printing, for the domains that hand out documents. */
@Module({ providers: [Printer], exports: [Printer] })
export class PrintModule {}
