import type { BodyOf, ParamsOf } from '@lotse/kernel';
import { addPart, changeJoinRule, readLegs, splitOff, type MovedReferral, type ReferralLegs } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { AddPart } from './add-part';
import { ChangeJoinRule } from './change-join-rule';
import { ReadLegs } from './read-legs';
import { SplitOff } from './split-off';

/** Who has had a referral, and the other services that are brought in for the same need. */
@Controller()
export class LegsController {
  constructor(
    private readonly readLegs: ReadLegs,
    private readonly addPart: AddPart,
    private readonly splitOff: SplitOff,
    private readonly changeJoinRule: ChangeJoinRule,
  ) {}

  @Serves(readLegs)
  read(@Current() transaction: Transaction, @Param({ schema: readLegs.params }) { id }: ParamsOf<typeof readLegs>): Promise<ReferralLegs> {
    return this.readLegs.run(transaction, id);
  }

  @Serves(addPart)
  add(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: addPart.params }) { id }: ParamsOf<typeof addPart>,
    @Body({ schema: addPart.body }) body: BodyOf<typeof addPart>,
  ): Promise<MovedReferral> {
    return this.addPart.run(transaction, id, version, body);
  }

  @Serves(splitOff)
  split(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: splitOff.params }) { id }: ParamsOf<typeof splitOff>,
    @Body({ schema: splitOff.body }) body: BodyOf<typeof splitOff>,
  ): Promise<MovedReferral> {
    return this.splitOff.run(transaction, id, version, body);
  }

  @Serves(changeJoinRule)
  joinRule(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeJoinRule.params }) { id }: ParamsOf<typeof changeJoinRule>,
    @Body({ schema: changeJoinRule.body }) { joinRule }: BodyOf<typeof changeJoinRule>,
  ): Promise<MovedReferral> {
    return this.changeJoinRule.run(transaction, id, version, joinRule);
  }
}
