import type { Referral, ReferralState } from '@lotse/referral/model';
import { firstContactOf, interimNoteOf, openQuestionOf } from './outcome-question';

const step = (act: string, day: number, undone = false) => ({ act, at: `2026-11-0${day}T08:00:00Z`, undone });
const referral = (state: ReferralState, steps: object[], more: object = {}) =>
  ({ state, steps, outcome: null, appointment: null, ...more }) as unknown as Referral;
const outcome = (day: number) => ({ outcome: { at: `2026-11-0${day}T09:00:00Z` } });

describe('a question about the outcome', () => {
  const asked = step('query_outcome', 3);

  it('is open until the report has a newer edition', () => {
    expect(openQuestionOf(referral('outcome_sent', [asked], outcome(2)))?.at).toBe(asked.at);
    expect(openQuestionOf(referral('outcome_sent', [asked], outcome(4)))).toBeUndefined();
  });

  it('is none that was taken back, or after which the loop was closed', () => {
    expect(openQuestionOf(referral('outcome_sent', [step('query_outcome', 3, true)], outcome(2)))).toBeUndefined();
    expect(openQuestionOf(referral('closed', [asked], outcome(2)))).toBeUndefined();
    expect(openQuestionOf(referral('outcome_sent', [asked]))).toBeUndefined();
  });
});

describe('how it is going', () => {
  it('is what was told last while the care runs, and nothing once the outcome was told', () => {
    const told = [step('interim_note', 2), step('interim_note', 3), step('interim_note', 4, true)];
    expect(interimNoteOf(referral('in_service', told))?.at).toBe('2026-11-03T08:00:00Z');
    expect(interimNoteOf(referral('outcome_sent', told))).toBeUndefined();
  });
});

describe('when somebody was first seen', () => {
  const at = (day: number) => ({ appointment: { startsAt: `2026-11-0${day}T10:00:00Z` } });
  const now = Date.parse('2026-11-05T08:00:00Z');

  it('is when care began, with or without an appointment', () => {
    expect(firstContactOf(referral('in_service', [step('start_without_appointment', 3)]), now)).toBe('2026-11-03T08:00:00Z');
    expect(firstContactOf(referral('in_service', [step('attend', 4)], at(4)), now)).toBe('2026-11-04T10:00:00Z');
    expect(firstContactOf(referral('outcome_sent', [step('send_outcome', 4)]), now)).toBe('2026-11-04T08:00:00Z');
  });

  it('is the appointment once it has begun, and never one that was missed', () => {
    expect(firstContactOf(referral('booked', [], at(4)), now)).toBe('2026-11-04T10:00:00Z');
    expect(firstContactOf(referral('booked', [], at(6)), now)).toBeNull();
    expect(firstContactOf(referral('dna_review', [], at(4)), now)).toBeNull();
  });
});
