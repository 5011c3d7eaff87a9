import { daysAfter, newId, notFound, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import {
  calledInFuture,
  callerUnknown,
  notYourTurn,
  refusedCall,
  type EmergencyCall,
  type recordEmergencyCall,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { colleague, insert, placeOfCalls, type CallPlace } from './emergency-call-statements';
import { ReadEmergencyCalls } from './read-emergency-calls';

const clocksDiffer = 5 * 60_000;

/** What is asked a day later; the calls of one emergency make one. */
export const followUpTask = (referralId: string): string => `emergency-follow-up:${referralId}`;

/** Writes down a call in an emergency. A day later somebody asks how it went on, so that the draft does not fall silent. */
@Injectable()
export class RecordEmergencyCall {
  constructor(
    private readonly calls: ReadEmergencyCalls,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, referralId: string, body: BodyOf<typeof recordEmergencyCall>): Promise<EmergencyCall> {
    const { called, calledName, calledAt, callerId, reached, agreed, nextStep } = body;
    const found = await placeOfCalls(transaction, referralId);
    if (!found) throw new Refusal(notFound());
    refuse(found.referrerOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    refuse(refusedCall(body));
    refuse(Date.parse(calledAt) > Date.now() + clocksDiffer ? calledInFuture() : undefined);
    if (callerId) refuse((await transaction.row('emergency-calls.colleague', colleague, [callerId])) ? undefined : callerUnknown());
    const id = newId();
    const values = [id, referralId, callerId ?? null, called, calledName, calledAt, reached, agreed, nextStep];
    transaction.send('emergency-calls.record', insert, values);
    this.openWork(transaction, referralId, found);
    transaction.record({ kind: 'act', verb: 'emergencyCall.record', subject: 'referral', subjectId: referralId, personId: found.personId });
    const audience = [transaction.actor.organisationId];
    transaction.announce({ name: 'EmergencyCallRecorded', subject: 'referral', subjectId: referralId, version: found.version, audience });
    return this.calls.one(transaction, id);
  }

  private openWork(transaction: Transaction, referralId: string, { personId, reference }: CallPlace): void {
    this.tasks.open(transaction, {
      key: followUpTask(referralId),
      kind: 'emergency_follow_up',
      subject: 'referral',
      subjectId: referralId,
      personId,
      organisationId: transaction.actor.organisationId,
      dueAt: daysAfter(Date.now(), 1),
      facts: { reference },
    });
  }
}
