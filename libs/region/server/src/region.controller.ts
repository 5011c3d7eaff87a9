import type { AnswerOf, BodyOf } from '@lotse/kernel';
import {
  changeDeadlineRule,
  changeLetterTemplate,
  changeOfferingRule,
  changeRankRule,
  changeReasonRule,
  readDeadlineRules,
  readLetterTemplates,
  readOfferingRules,
  readReasonRules,
  readRegion,
} from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { CountyRules } from './county-rules/county-rules';
import { OfferingRulesOfCounty } from './county-rules/offering-rules';
import { LetterTemplates } from './letter-templates/letter-templates';
import { ReadRegion } from './read-region/read-region';

@Controller()
export class RegionController {
  constructor(
    private readonly readRegion: ReadRegion,
    private readonly letterTemplates: LetterTemplates,
    private readonly countyRules: CountyRules,
    private readonly offeringRules: OfferingRulesOfCounty,
  ) {}

  @Serves(readRegion)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRegion>> {
    return this.readRegion.run(transaction);
  }

  @Serves(readLetterTemplates)
  templates(@Current() transaction: Transaction): Promise<AnswerOf<typeof readLetterTemplates>> {
    return this.letterTemplates.read(transaction);
  }

  @Serves(changeLetterTemplate)
  changeTemplate(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeLetterTemplate.body }) body: BodyOf<typeof changeLetterTemplate>,
  ): Promise<AnswerOf<typeof changeLetterTemplate>> {
    return this.letterTemplates.change(transaction, version, body);
  }

  @Serves(readDeadlineRules)
  deadlines(@Current() transaction: Transaction): Promise<AnswerOf<typeof readDeadlineRules>> {
    return this.countyRules.deadlines(transaction);
  }

  @Serves(readReasonRules)
  reasons(@Current() transaction: Transaction): Promise<AnswerOf<typeof readReasonRules>> {
    return this.countyRules.reasons(transaction);
  }

  @Serves(changeDeadlineRule)
  changeDeadline(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeDeadlineRule.body }) body: BodyOf<typeof changeDeadlineRule>,
  ): Promise<AnswerOf<typeof changeDeadlineRule>> {
    return this.countyRules.changeDeadline(transaction, version, body);
  }

  @Serves(changeReasonRule)
  changeReason(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeReasonRule.body }) body: BodyOf<typeof changeReasonRule>,
  ): Promise<AnswerOf<typeof changeReasonRule>> {
    return this.countyRules.changeReason(transaction, version, body);
  }

  @Serves(changeRankRule)
  changeRank(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeRankRule.body }) body: BodyOf<typeof changeRankRule>,
  ): Promise<AnswerOf<typeof changeRankRule>> {
    return this.countyRules.changeRank(transaction, version, body);
  }

  @Serves(readOfferingRules)
  offering(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOfferingRules>> {
    return this.offeringRules.read(transaction);
  }

  @Serves(changeOfferingRule)
  changeOffering(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeOfferingRule.body }) body: BodyOf<typeof changeOfferingRule>,
  ): Promise<AnswerOf<typeof changeOfferingRule>> {
    return this.offeringRules.change(transaction, version, body);
  }
}
