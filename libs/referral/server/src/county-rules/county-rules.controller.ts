import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { previewDeadlineRule, readReasonUses } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { EffectsOfRules } from './effects-of-rules';

@Controller()
export class CountyRulesController {
  constructor(private readonly effects: EffectsOfRules) {}

  @Serves(previewDeadlineRule)
  preview(
    @Current() transaction: Transaction,
    @Body({ schema: previewDeadlineRule.body }) body: BodyOf<typeof previewDeadlineRule>,
  ): Promise<AnswerOf<typeof previewDeadlineRule>> {
    return this.effects.preview(transaction, body);
  }

  @Serves(readReasonUses)
  uses(@Current() transaction: Transaction): Promise<AnswerOf<typeof readReasonUses>> {
    return this.effects.uses(transaction);
  }
}
