import { notFound, Refusal } from '@lotse/kernel';
import { callStruck, type EmergencyCall } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { known, placeOfCalls, standing, strike } from './emergency-call-statements';
import { ReadEmergencyCalls } from './read-emergency-calls';
import { followUpTask } from './record-emergency-call';

/** Strikes out a call that was written down by mistake; what was written stays readable. */
@Injectable()
export class StrikeEmergencyCall {
  constructor(
    private readonly calls: ReadEmergencyCalls,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, reason: string): Promise<EmergencyCall> {
    const struck = await transaction.row<{ referralId: string }>('emergency-calls.strike', strike, [id, reason]);
    if (!struck) throw new Refusal((await transaction.row('emergency-calls.known', known, [id])) ? callStruck() : notFound());
    const { referralId } = struck;
    const { personId, version } = (await placeOfCalls(transaction, referralId))!;
    const left = await transaction.row<{ count: number }>('emergency-calls.standing', standing, [referralId]);
    if (left?.count === 0) this.tasks.drop(transaction, followUpTask(referralId));
    transaction.record({ kind: 'act', verb: 'emergencyCall.strike', subject: 'referral', subjectId: referralId, personId });
    const audience = [transaction.actor.organisationId];
    transaction.announce({ name: 'EmergencyCallStruck', subject: 'referral', subjectId: referralId, version, audience });
    return this.calls.one(transaction, id);
  }
}
