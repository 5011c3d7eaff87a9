import { calendarDayOf, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  allOfferings,
  offeringOf,
  rulesInForce,
  type changeOfferingRule,
  type OfferingRule,
  type readOfferingRules,
} from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { CountyRules, versionsOf } from './county-rules';

const code = 'offering';

/** How slots are offered in a county, in versions: what it came with, and what it has said since. */
@Injectable()
export class OfferingRulesOfCounty {
  constructor(private readonly rules: CountyRules) {}

  async read(transaction: Transaction): Promise<AnswerOf<typeof readOfferingRules>> {
    const { version, settings } = await this.rules.settled(transaction);
    const writtenBy = await this.rules.authors(transaction, 'offering');
    const all = allOfferings(settings);
    const [held] = rulesInForce(all, () => code, calendarDayOf(new Date()));
    const versions = versionsOf(all, (number) => writtenBy.get(` ${code} ${number}`));
    return { version, inForce: held?.version ?? 0, versions };
  }

  async change(
    transaction: Transaction,
    version: number,
    body: BodyOf<typeof changeOfferingRule>,
  ): Promise<AnswerOf<typeof changeOfferingRule>> {
    const { settings } = await this.rules.settled(transaction);
    const known = allOfferings(settings).map(asWritten);
    const { usualHours } = offeringOf(settings, body.validFrom);
    const said = { ...body, isNew: false, rule: asWritten({ ...body.rule, usualHours }) };
    return this.rules.change(transaction, version, { kind: 'offering', verb: 'countyRule.changeOffering', list: '', known, said });
  }
}

const asWritten = (rule: OfferingRule) => ({ ...rule, code, from: null, until: null });
