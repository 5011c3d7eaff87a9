import { endpoint, idSchema, notFound, problem, type FieldProblem, type Problem } from '@lotse/kernel';
import { notAboutThePerson, ofOwnRecord } from '@lotse/people/model';
import * as z from 'zod';
import { referralPermissions } from './referral.permissions';
import { notYourTurn } from './referral.problems';

/** Whom somebody calls in an emergency: 112, the duty number of the county, a clinic, the police, or somebody else. */
export const calledSchema = z.enum(['rescue', 'duty', 'clinic', 'police', 'other']);
export type Called = z.output<typeof calledSchema>;

/** Of these the kind does not say whom exactly. */
export const needsName = (called: Called): boolean => called === 'clinic' || called === 'other';

export const calledInFuture = problem('called-in-future', 422, 'A call is written down after it was made.', 'calledAt');
export const callIncomplete = problem('call-incomplete', 422, 'Something is missing about this call.');
export const callerUnknown = problem('caller-unknown', 422, 'Nobody with this id works in the own organisation.', 'callerId');
export const callStruck = problem('call-struck', 422, 'This call is struck out already.');

/** One call. What was said in it is part of the own record: it is documentation of a direct contact and is never sent. */
export const emergencyCallSchema = z.object({
  id: idSchema,
  called: calledSchema,
  /** Whom exactly, in words. */
  calledName: ofOwnRecord(z.string().nullable()),
  calledAt: z.iso.datetime(),
  callerName: notAboutThePerson(z.string()),
  reached: z.boolean(),
  agreed: ofOwnRecord(z.string().nullable()),
  nextStep: ofOwnRecord(z.string().nullable()),
  recordedByName: notAboutThePerson(z.string()),
  recordedAt: z.iso.datetime(),
  /** Struck out because it was written down by mistake; it stays readable. */
  struck: ofOwnRecord(z.object({ at: z.iso.datetime(), byName: z.string(), reason: z.string() }).nullable()),
});
export type EmergencyCall = z.output<typeof emergencyCallSchema>;

export const emergencyCallsSchema = z.object({ items: z.array(emergencyCallSchema), mayRecord: z.boolean() });
export type EmergencyCalls = z.output<typeof emergencyCallsSchema>;

const params = z.strictObject({ id: idSchema });
const text = (longest: number) => z.string().trim().min(1, { error: 'required' }).max(longest);

export const readEmergencyCalls = endpoint({
  method: 'GET',
  path: 'referrals/:id/emergency-calls',
  summary: 'Whom the own organisation called about an emergency, oldest first. No other organisation ever gets this.',
  may: referralPermissions.read,
  params,
  response: emergencyCallsSchema,
  problems: [notFound],
  touches: 'referral',
});

const recordedCall = z.strictObject({
  called: calledSchema,
  calledName: text(200).nullable().default(null),
  calledAt: z.iso.datetime(),
  /** Whoever called; without it whoever writes it down. */
  callerId: idSchema.optional(),
  reached: z.boolean(),
  agreed: text(2000).nullable().default(null),
  nextStep: text(2000).nullable().default(null),
});

export const recordEmergencyCall = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals/:id/emergency-calls',
  summary: 'Write down a call that was made in an emergency. It stays with the draft and is never sent.',
  may: referralPermissions.create,
  params,
  body: recordedCall,
  response: emergencyCallSchema,
  problems: [notFound, notYourTurn, calledInFuture, callIncomplete, callerUnknown],
  touches: 'referral',
});

export const strikeEmergencyCall = endpoint({
  method: 'POST',
  path: 'emergency-calls/:id/strike',
  summary: 'Strike out a call that was written down by mistake. It stays readable, with the reason.',
  may: referralPermissions.create,
  params,
  body: z.strictObject({ reason: text(500) }),
  response: emergencyCallSchema,
  problems: [notFound, callStruck],
  touches: 'referral',
});

const missing = (field: string): FieldProblem => ({ field, code: 'required', message: 'This is needed.' });

/** Why a call cannot be written down: it says not whom, not what was agreed, or not what happens now. */
export function refusedCall(
  call: Pick<z.output<typeof recordedCall>, 'called' | 'calledName' | 'reached' | 'agreed' | 'nextStep'>,
): Problem | undefined {
  const fields = [
    ...(needsName(call.called) && !call.calledName ? [missing('calledName')] : []),
    ...(call.reached && !call.agreed ? [missing('agreed')] : []),
    ...(!call.reached && !call.nextStep ? [missing('nextStep')] : []),
  ];
  return fields.length > 0 ? callIncomplete({ fields }) : undefined;
}
