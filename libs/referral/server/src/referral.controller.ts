import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  changeReferral,
  countReferrals,
  createReferral,
  previewReferral,
  readQualityHints,
  readReferral,
  readReferralActs,
  readReferrals,
  submitReferral,
  type MovedReferral,
  type Referral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangeReferral } from './change-referral/change-referral';
import { CountReferrals } from './count-referrals/count-referrals';
import { CreateReferral } from './create-referral/create-referral';
import { PreviewReferral } from './preview-referral/preview-referral';
import { ReadQualityHints } from './quality-hints/read-quality-hints';
import { ReadReferralActs } from './read-referral-acts/read-referral-acts';
import { ReadReferral } from './read-referral/read-referral';
import { ReadReferrals } from './read-referrals/read-referrals';
import { SubmitReferral } from './submit-referral/submit-referral';

/** Writing and reading referrals; `move-referral.controller.ts` has the acts of their life. */
@Controller()
export class ReferralController {
  constructor(
    private readonly createReferral: CreateReferral,
    private readonly changeReferral: ChangeReferral,
    private readonly submitReferral: SubmitReferral,
    private readonly previewReferral: PreviewReferral,
    private readonly readReferrals: ReadReferrals,
    private readonly readReferral: ReadReferral,
    private readonly readReferralActs: ReadReferralActs,
    private readonly countReferrals: CountReferrals,
    private readonly qualityHints: ReadQualityHints,
  ) {}

  @Serves(createReferral)
  create(
    @Current() transaction: Transaction,
    @Body({ schema: createReferral.body }) body: BodyOf<typeof createReferral>,
  ): Promise<MovedReferral> {
    return this.createReferral.run(transaction, body);
  }

  @Serves(changeReferral)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeReferral.params }) { id }: ParamsOf<typeof changeReferral>,
    @Body({ schema: changeReferral.body }) body: BodyOf<typeof changeReferral>,
  ): Promise<MovedReferral> {
    return this.changeReferral.run(transaction, id, version, body);
  }

  @Serves(submitReferral)
  submit(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: submitReferral.params }) { id }: ParamsOf<typeof submitReferral>,
    @Body({ schema: submitReferral.body }) body: BodyOf<typeof submitReferral>,
  ): Promise<MovedReferral> {
    return this.submitReferral.run(transaction, id, version, body.fingerprint);
  }

  @Serves(readQualityHints)
  hints(
    @Current() transaction: Transaction,
    @Param({ schema: readQualityHints.params }) { id }: ParamsOf<typeof readQualityHints>,
  ): Promise<AnswerOf<typeof readQualityHints>> {
    return this.qualityHints.run(transaction, id);
  }

  @Serves(previewReferral)
  preview(
    @Current() transaction: Transaction,
    @Param({ schema: previewReferral.params }) { id }: ParamsOf<typeof previewReferral>,
  ): Promise<AnswerOf<typeof previewReferral>> {
    return this.previewReferral.run(transaction, id);
  }

  @Serves(readReferrals)
  readAll(
    @Current() transaction: Transaction,
    @Query({ schema: readReferrals.query }) query: QueryOf<typeof readReferrals>,
  ): Promise<AnswerOf<typeof readReferrals>> {
    return this.readReferrals.run(transaction, query);
  }

  @Serves(readReferral)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readReferral.params }) { id }: ParamsOf<typeof readReferral>,
  ): Promise<Referral> {
    return this.readReferral.run(transaction, id);
  }

  @Serves(readReferralActs)
  acts(
    @Current() transaction: Transaction,
    @Param({ schema: readReferralActs.params }) { id }: ParamsOf<typeof readReferralActs>,
  ): Promise<AnswerOf<typeof readReferralActs>> {
    return this.readReferralActs.run(transaction, id);
  }

  @Serves(countReferrals)
  count(@Current() transaction: Transaction): Promise<AnswerOf<typeof countReferrals>> {
    return this.countReferrals.run(transaction);
  }
}
