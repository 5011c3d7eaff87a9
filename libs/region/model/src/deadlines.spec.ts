import { lastDayOf, runningTime, usualDeadlines } from './deadlines';

const settings = { land: 'DE-BW', saturdayCounts: false };
const hour = 3_600_000;

/** Counted a second time, another way, in the calendar of Baden-Württemberg: Easter is 5 April 2026 and 28 March 2027. */
const histories = [
  ['network_first_contact', '2026-11-23', '2026-12-01'],
  ['network_first_contact', '2026-11-20', '2026-11-28'],
  ['network_first_contact', '2026-12-18', '2026-12-29'],
  ['network_first_contact', '2026-12-23', '2027-01-04'],
  ['network_first_contact', '2026-12-31', '2027-01-11'],
  ['network_first_contact', '2026-03-30', '2026-04-09'],
  ['network_first_contact', '2026-04-30', '2026-05-09'],
  ['network_first_contact', '2026-05-13', '2026-05-22'],
  ['network_first_contact', '2026-10-01', '2026-10-10'],
  ['network_first_contact', '2026-10-30', '2026-11-07'],
  ['network_first_contact', '2027-03-24', '2027-04-03'],
  ['consultation_by_code', '2026-11-23', '2026-12-21'],
  ['consultation_by_code', '2026-02-02', '2026-03-02'],
  ['consultation_by_code', '2026-03-09', '2026-04-06'],
  ['consultation_by_code', '2026-10-05', '2026-11-02'],
  ['consultation_by_code', '2028-02-14', '2028-03-13'],
  ['acute_treatment_by_code', '2026-11-23', '2026-12-07'],
  ['acute_treatment_by_code', '2026-03-23', '2026-04-06'],
  ['acute_treatment_by_code', '2026-10-19', '2026-11-02'],
  ['acute_treatment_by_code', '2026-12-24', '2027-01-07'],
  ['arranged_by_practice', '2026-11-23', '2026-12-28'],
  ['arranged_by_practice', '2026-03-02', '2026-04-06'],
  ['arranged_by_practice', '2026-09-28', '2026-11-02'],
  ['arranged_by_practice', '2027-01-31', '2027-03-07'],
  ['follow_up_after_discharge', '2026-11-23', '2026-11-30'],
  ['follow_up_after_discharge', '2026-03-27', '2026-04-03'],
  ['follow_up_after_discharge', '2026-10-23', '2026-10-30'],
  ['follow_up_after_discharge', '2026-12-24', '2026-12-31'],
  ['follow_up_after_discharge', '2028-02-26', '2028-03-04'],
  ['responsibility_check', '2026-11-23', '2026-12-07'],
  ['responsibility_check', '2026-12-11', '2026-12-28'],
  ['responsibility_check', '2026-12-12', '2026-12-28'],
  ['responsibility_check', '2026-03-20', '2026-04-07'],
  ['responsibility_check', '2026-04-17', '2026-05-04'],
  ['responsibility_check', '2026-09-19', '2026-10-05'],
  ['responsibility_check', '2027-03-12', '2027-03-30'],
  ['decision_on_application', '2026-11-23', '2026-12-14'],
  ['decision_on_application', '2026-12-04', '2026-12-28'],
  ['decision_on_application', '2026-12-05', '2026-12-28'],
  ['decision_on_application', '2026-05-04', '2026-05-26'],
  ['decision_on_application', '2026-03-13', '2026-04-07'],
] as const;

/** From, until, what was paused in between, and the hours that count. The clocks change on 29 March and 25 October 2026. */
const clocks = [
  ['a day', '2026-11-23T08:00:00+01:00', '2026-11-24T08:00:00+01:00', [], 24],
  ['a day of 23 hours', '2026-03-28T12:00:00+01:00', '2026-03-29T12:00:00+02:00', [], 23],
  ['a day of 25 hours', '2026-10-24T12:00:00+02:00', '2026-10-25T12:00:00+01:00', [], 25],
  ['two days with a question for one', '2026-11-23T08:00:00+01:00', '2026-11-25T08:00:00+01:00', [24], 24],
  ['two questions', '2026-11-23T08:00:00+01:00', '2026-11-27T08:00:00+01:00', [24, 36], 36],
  ['a question over the change of clocks', '2026-03-27T12:00:00+01:00', '2026-03-30T12:00:00+02:00', [23], 48],
  ['nothing but a question', '2026-11-23T08:00:00+01:00', '2026-11-24T08:00:00+01:00', [24], 0],
] as const;

describe('deadlines with a name', () => {
  it.each(histories)('%s from %s ends on %s', (code, begins, ends) => {
    const rule = usualDeadlines.find((known) => known.code === code)!;
    expect(lastDayOf(rule, begins, settings)).toBe(ends);
  });

  it('each says where it comes from, and has a name of its own', () => {
    expect(new Set(usualDeadlines.map(({ code }) => code)).size).toBe(usualDeadlines.length);
    expect(usualDeadlines.filter(({ basis, start }) => start !== 'on_list' && !basis.startsWith('§'))).toEqual([]);
  });
});

describe('the clock of a service', () => {
  it.each(clocks)('%s', (_, from, until, paused, hours) => {
    const pausedSeconds = paused.reduce((sum: number, one) => sum + one * 3600, 0);
    expect(runningTime({ startedAt: new Date(from), pausedSeconds, pausedSince: null }, new Date(until)) / hour).toBe(hours);
  });

  it('stands still while a question is open', () => {
    const startedAt = new Date('2026-11-23T08:00:00+01:00');
    const pausedSince = new Date('2026-11-24T08:00:00+01:00');
    expect(runningTime({ startedAt, pausedSeconds: 0, pausedSince }, new Date('2026-12-24T08:00:00+01:00')) / hour).toBe(24);
  });
});
