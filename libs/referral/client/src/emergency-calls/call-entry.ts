import { calendarDayOf, instantAt, wallClockOf, type BodyInput, type CalendarDay } from '@lotse/kernel';
import { calledSchema, needsName, type Called, type recordEmergencyCall } from '@lotse/referral/model';

/** A call while it is written down. */
export interface CallEntry {
  readonly called: string | null;
  readonly calledName: string;
  readonly calledOn: CalendarDay | '';
  readonly calledTime: string;
  readonly reached: string | null;
  readonly agreed: string;
  readonly nextStep: string;
  readonly callerId: string;
}

/** A call that is made just now. Nothing is answered beforehand but when, and who writes. */
export const emptyCall = (callerId: string, called: Called | null = null, now = new Date()): CallEntry => ({
  called,
  calledName: '',
  calledOn: calendarDayOf(now),
  calledTime: wallClockOf(now),
  reached: null,
  agreed: '',
  nextStep: '',
  callerId,
});

const kindOf = ({ called }: CallEntry): Called | undefined => calledSchema.options.find((one) => one === called);
export const asksName = (entry: CallEntry): boolean => needsName(kindOf(entry) ?? 'rescue');

/** What has to be said and is not; by the names of the fields. */
export function missingIn(entry: CallEntry): string[] {
  const { calledName, calledOn, calledTime, reached, agreed, nextStep } = entry;
  const checks: readonly [name: string, isThere: boolean][] = [
    ['called', kindOf(entry) !== undefined],
    ['calledName', !asksName(entry) || calledName.trim() !== ''],
    ['calledAt', calledOn !== '' && calledTime !== ''],
    ['reached', reached !== null],
    ['agreed', reached !== 'yes' || agreed.trim() !== ''],
    ['nextStep', reached !== 'no' || nextStep.trim() !== ''],
  ];
  return checks.flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** The call as it is sent. What was typed below an answer that no longer asks for it stays behind. */
export function bodyOf(entry: CallEntry): BodyInput<typeof recordEmergencyCall> {
  const { calledName, calledOn, calledTime, reached, agreed, nextStep, callerId } = entry;
  return {
    called: kindOf(entry)!,
    calledName: calledName.trim() || null,
    calledAt: instantAt(calledOn, calledTime).toISOString(),
    reached: reached === 'yes',
    agreed: reached === 'yes' ? agreed.trim() || null : null,
    nextStep: nextStep.trim() || null,
    ...(callerId ? { callerId } : {}),
  };
}
