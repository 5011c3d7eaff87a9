import type { Readable } from 'node:stream';
import { calendarDayOf, type AnswerOf, type BodyOf, type QueryOf } from '@lotse/kernel';
import { assignReferrals, exportReferrals, snoozeReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Continued, Current, Serves, type GoOn } from '@lotse/server-kit/http';
import { Body, Controller, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AssignReferrals } from './assign-referrals/assign-referrals';
import { ExportReferrals } from './export-referrals/export-referrals';
import { fileNames } from './export-referrals/words.data';
import { SnoozeReferrals } from './snooze-referrals/snooze-referrals';

/** What an organisation arranges about referrals among its own. */
@Controller()
export class DeskController {
  constructor(
    private readonly assignReferrals: AssignReferrals,
    private readonly snoozeReferrals: SnoozeReferrals,
    private readonly exportReferrals: ExportReferrals,
  ) {}

  @Serves(assignReferrals)
  assign(
    @Current() transaction: Transaction,
    @Body({ schema: assignReferrals.body }) body: BodyOf<typeof assignReferrals>,
  ): Promise<AnswerOf<typeof assignReferrals>> {
    return this.assignReferrals.run(transaction, body);
  }

  @Serves(snoozeReferrals)
  snooze(
    @Current() transaction: Transaction,
    @Body({ schema: snoozeReferrals.body }) body: BodyOf<typeof snoozeReferrals>,
  ): Promise<AnswerOf<typeof snoozeReferrals>> {
    return this.snoozeReferrals.run(transaction, body);
  }

  @Serves(exportReferrals)
  async export(
    @Current() transaction: Transaction,
    @Continued() goOn: GoOn,
    @Query({ schema: exportReferrals.query }) query: QueryOf<typeof exportReferrals>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const file = await this.exportReferrals.run(transaction, query, goOn);
    const name = `${fileNames[query.language]}-${calendarDayOf(new Date())}.${query.format}`;
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    if (query.format === 'json') void reply.header('content-type', 'application/json; charset=utf-8');
    return file;
  }
}
