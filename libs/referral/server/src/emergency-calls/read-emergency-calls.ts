import { holds, type Role } from '@lotse/identity/model';
import { notFound, Refusal } from '@lotse/kernel';
import { referralPermissions, type EmergencyCall, type EmergencyCalls } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { isOver } from '../attachments/read-attachments';
import { ofReferral, one, placeOfCalls, type CallRow } from './emergency-call-statements';

/** The calls of the own organisation: the database shows nobody else's. */
@Injectable()
export class ReadEmergencyCalls {
  async run(transaction: Transaction, referralId: string): Promise<EmergencyCalls> {
    const [found, rows] = await Promise.all([
      placeOfCalls(transaction, referralId),
      transaction.rows<CallRow>('emergency-calls.of-referral', ofReferral, [referralId]),
    ]);
    if (!found) throw new Refusal(notFound());
    const { organisationId, roles } = transaction.actor;
    const isOwn = found.referrerOrganisationId === organisationId;
    transaction.shows({ people: [found.personId], basis: isOwn ? 'own' : `leg:${referralId}` });
    const mayRecord = isOwn && holds(roles as Role[], referralPermissions.create) && !isOver(found.state);
    return { items: rows.map(asCall), mayRecord };
  }

  async one(transaction: Transaction, id: string): Promise<EmergencyCall> {
    return asCall((await transaction.row<CallRow>('emergency-calls.one', one, [id]))!);
  }
}

const asCall = ({ calledAt, recordedAt, struckAt, struckByName, struckReason, ...call }: CallRow): EmergencyCall => ({
  ...call,
  calledAt: calledAt.toISOString(),
  recordedAt: recordedAt.toISOString(),
  struck: struckAt ? { at: struckAt.toISOString(), byName: struckByName ?? '', reason: struckReason ?? '' } : null,
});
