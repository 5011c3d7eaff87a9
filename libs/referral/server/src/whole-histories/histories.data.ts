/** What somebody does in a history: at a time in Germany, an act, and the day that it names. */
export type Done = readonly [at: string, act: Act, day?: string];
export type Act =
  | 'confirm'
  | 'look'
  | 'ask'
  | 'answer'
  | 'go on without'
  | 'hand on'
  | 'decline'
  | 'send again'
  | 'accept'
  | 'hand back'
  | 'report'
  | 'read'
  | 'open again'
  | 'discharge'
  | 'application'
  | 'first contact';

/** One history: when it was sent and how urgent it was, what happened, and what the clocks and deadlines say when somebody looks. */
export interface History {
  story: string;
  sent: string;
  urgency: 'very_urgent' | 'urgent' | 'acute_treatment' | 'soon' | 'routine';
  /** Another federal state than Baden-Württemberg, or a county in which a Saturday is no working day. */
  land?: string;
  withoutSaturdays?: boolean;
  then: readonly Done[];
  seen: string;
  /** Days and hours of twenty-four and sixty: since it was sent, and at the service that has it. */
  total: string;
  here: string;
  /** By when whoever has it must act. */
  due?: string;
  /** The last days of deadlines with a name. */
  deadlines?: Readonly<Record<string, string>>;
}

const soon = 'soon' as const;

/**
 * Worked out by hand with a wall calendar. 2025: 1 May is a Thursday, Easter Sunday 20 April, the clocks change on Sunday 30 March and 26 October,
 * All Saints is a Saturday, Christmas Day a Thursday. 2026: Epiphany is a Tuesday.
 */
export const histories: readonly History[] = [
  // How long whoever has it may take.
  { story: 'sent on a Monday: two working days', sent: '2025-11-03 09:00', urgency: soon, then: [], seen: '2025-11-04 09:00', total: '1 d', here: '1 d', due: '2025-11-05 17:00' },
  { story: 'sent on a Friday: Saturday is the first, Monday the second', sent: '2025-11-07 15:00', urgency: 'routine', then: [], seen: '2025-11-10 15:00', total: '3 d', here: '3 d', due: '2025-11-10 17:00' },
  { story: 'the same where a Saturday is no working day: Monday, Tuesday', sent: '2025-11-07 15:00', urgency: 'routine', withoutSaturdays: true, then: [], seen: '2025-11-10 15:00', total: '3 d', here: '3 d', due: '2025-11-11 17:00' },
  { story: 'before Christmas: 24th, then over two holidays to Saturday 27th', sent: '2025-12-23 10:00', urgency: soon, then: [], seen: '2025-12-30 10:00', total: '7 d', here: '7 d', due: '2025-12-27 17:00' },
  { story: 'before Christmas without Saturdays: 24th, Monday 29th', sent: '2025-12-23 10:00', urgency: soon, withoutSaturdays: true, then: [], seen: '2025-12-30 10:00', total: '7 d', here: '7 d', due: '2025-12-29 17:00' },
  { story: 'All Saints on a Saturday in Baden-Württemberg: Friday, Monday', sent: '2025-10-30 10:00', urgency: soon, then: [], seen: '2025-10-31 10:00', total: '1 d', here: '1 d', due: '2025-11-03 17:00' },
  { story: 'the same day in Hessen, which has no All Saints: Friday, Saturday', sent: '2025-10-30 10:00', urgency: soon, land: 'DE-HE', then: [], seen: '2025-10-31 10:00', total: '1 d', here: '1 d', due: '2025-11-01 17:00' },
  { story: 'Epiphany in Baden-Württemberg: Wednesday, Thursday', sent: '2026-01-05 09:00', urgency: soon, then: [], seen: '2026-01-06 09:00', total: '1 d', here: '1 d', due: '2026-01-08 17:00' },
  { story: 'Epiphany in Hessen is a day like any other: Tuesday, Wednesday', sent: '2026-01-05 09:00', urgency: soon, land: 'DE-HE', then: [], seen: '2026-01-06 09:00', total: '1 d', here: '1 d', due: '2026-01-07 17:00' },
  { story: 'Reformation in Niedersachsen: Saturday, Monday', sent: '2025-10-30 10:00', urgency: soon, land: 'DE-NI', then: [], seen: '2025-10-31 10:00', total: '1 d', here: '1 d', due: '2025-11-03 17:00' },
  { story: 'Buß- und Bettag in Sachsen: Thursday, Friday', sent: '2025-11-18 10:00', urgency: soon, land: 'DE-SN', then: [], seen: '2025-11-19 10:00', total: '1 d', here: '1 d', due: '2025-11-21 17:00' },
  { story: 'over Easter: Saturday, then Tuesday', sent: '2025-04-17 09:00', urgency: soon, then: [], seen: '2025-04-22 09:00', total: '5 d', here: '5 d', due: '2025-04-22 17:00' },
  { story: 'very urgent on a Saturday night: twelve hours, whatever the office', sent: '2025-11-08 22:00', urgency: 'very_urgent', then: [], seen: '2025-11-09 22:00', total: '1 d', here: '1 d', due: '2025-11-09 10:00' },
  { story: 'very urgent before the short night: twelve hours are nine in the morning', sent: '2025-03-29 20:00', urgency: 'very_urgent', then: [], seen: '2025-03-31 20:00', total: '1 d 23 h', here: '1 d 23 h', due: '2025-03-30 09:00' },
  { story: 'very urgent before the long night: twelve hours are seven in the morning', sent: '2025-10-25 20:00', urgency: 'very_urgent', then: [], seen: '2025-10-27 20:00', total: '2 d 1 h', here: '2 d 1 h', due: '2025-10-26 07:00' },
  { story: 'urgent on a Monday: the office closes before a quarter of the target is over', sent: '2025-11-10 09:00', urgency: 'urgent', then: [], seen: '2025-11-11 09:00', total: '1 d', here: '1 d', due: '2025-11-12 17:00' },
  { story: 'urgent on a Friday without Saturdays: a quarter of 9.8 days is Sunday, 19:48', sent: '2025-11-14 09:00', urgency: 'urgent', withoutSaturdays: true, then: [], seen: '2025-11-15 09:00', total: '1 d', here: '1 d', due: '2025-11-16 19:48' },
  { story: 'confirmed on Wednesday: two working days from there', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-05 11:00', 'confirm']], seen: '2025-11-06 09:00', total: '3 d', here: '3 d', due: '2025-11-07 17:00' },
  { story: 'looked at on Tuesday: three working days from there', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 10:00', 'look']], seen: '2025-11-06 09:00', total: '3 d', here: '3 d', due: '2025-11-07 17:00' },
  { story: 'accepted on Tuesday: three working days to go on', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'accept']], seen: '2025-11-05 09:00', total: '2 d', here: '2 d', due: '2025-11-07 17:00' },
  // What a question stops, and what it does not.
  { story: 'a question for two days: the service waits, the person too', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07'], ['2025-11-06 09:00', 'answer']], seen: '2025-11-07 09:00', total: '4 d', here: '2 d', due: '2025-11-10 17:00' },
  { story: 'a question that is still open: due by its day', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07']], seen: '2025-11-10 09:00', total: '7 d', here: '1 d', due: '2025-11-07 17:00' },
  { story: 'two questions that touch: one pause of two days', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07'], ['2025-11-05 09:00', 'answer'], ['2025-11-05 09:00', 'ask', '2025-11-07'], ['2025-11-06 09:00', 'answer']], seen: '2025-11-07 09:00', total: '4 d', here: '2 d' },
  { story: 'two questions with a night between: three hours and thirty', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07'], ['2025-11-04 12:00', 'answer'], ['2025-11-05 10:00', 'ask', '2025-11-07'], ['2025-11-06 16:00', 'answer']], seen: '2025-11-07 09:00', total: '4 d', here: '2 d 15 h' },
  { story: 'a question over a weekend: sixty-four hours', sent: '2025-11-06 16:00', urgency: soon, then: [['2025-11-06 17:00', 'confirm'], ['2025-11-07 16:00', 'ask', '2025-11-11'], ['2025-11-10 08:00', 'answer']], seen: '2025-11-11 16:00', total: '5 d', here: '2 d 8 h' },
  { story: 'a question over the short night: a day of twenty-three hours', sent: '2025-03-28 12:00', urgency: soon, then: [['2025-03-28 13:00', 'confirm'], ['2025-03-29 12:00', 'ask', '2025-04-02'], ['2025-03-30 12:00', 'answer']], seen: '2025-03-31 12:00', total: '2 d 23 h', here: '2 d' },
  { story: 'a question over the long night: a day of twenty-five hours', sent: '2025-10-24 12:00', urgency: soon, then: [['2025-10-24 13:00', 'confirm'], ['2025-10-25 12:00', 'ask', '2025-10-28'], ['2025-10-26 12:00', 'answer']], seen: '2025-10-27 12:00', total: '3 d 1 h', here: '2 d' },
  { story: 'asked at half past one, answered at half past three of the short night: one hour', sent: '2025-03-29 01:30', urgency: soon, then: [['2025-03-29 02:30', 'confirm'], ['2025-03-30 01:30', 'ask', '2025-04-02'], ['2025-03-30 03:30', 'answer']], seen: '2025-03-31 03:30', total: '2 d 1 h', here: '2 d' },
  { story: 'asked before and answered after the hour that comes twice: three hours', sent: '2025-10-25 01:30', urgency: soon, then: [['2025-10-25 02:30', 'confirm'], ['2025-10-26 01:30', 'ask', '2025-10-28'], ['2025-10-26 03:30', 'answer']], seen: '2025-10-27 03:30', total: '2 d 3 h', here: '2 d' },
  { story: 'a question over New Year; three working days, Epiphany between', sent: '2025-12-29 09:00', urgency: soon, then: [['2025-12-29 10:00', 'confirm'], ['2025-12-30 09:00', 'ask', '2026-01-02'], ['2026-01-02 09:00', 'answer']], seen: '2026-01-05 09:00', total: '7 d', here: '4 d', due: '2026-01-07 17:00' },
  { story: 'no answer: after its day one goes on without', sent: '2025-11-17 09:00', urgency: soon, then: [['2025-11-17 10:00', 'confirm'], ['2025-11-18 09:00', 'ask', '2025-11-20'], ['2025-11-21 09:00', 'go on without']], seen: '2025-11-22 09:00', total: '5 d', here: '2 d' },
  // Other services, and back again.
  { story: 'handed on after three days: a new turn, one clock', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-06 09:00', 'hand on']], seen: '2025-11-07 09:00', total: '4 d', here: '1 d', due: '2025-11-08 17:00' },
  { story: 'handed on after a question: what was paused before is not the next one’s', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07'], ['2025-11-05 09:00', 'answer'], ['2025-11-06 09:00', 'hand on']], seen: '2025-11-08 09:00', total: '5 d', here: '2 d' },
  { story: 'handed on while a question is open: the next turn runs', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'ask', '2025-11-07'], ['2025-11-05 09:00', 'hand on']], seen: '2025-11-06 09:00', total: '3 d', here: '1 d' },
  { story: 'declined on Wednesday: the practice has two working days', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-05 09:00', 'decline']], seen: '2025-11-07 09:00', total: '4 d', here: '4 d', due: '2025-11-07 17:00' },
  { story: 'declined and sent again on Friday: the clock goes on, the turn is new', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-05 09:00', 'decline'], ['2025-11-07 09:00', 'send again']], seen: '2025-11-10 09:00', total: '7 d', here: '3 d', due: '2025-11-10 17:00' },
  { story: 'accepted, handed back, sent again: nine days for the person', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'accept'], ['2025-11-06 09:00', 'hand back'], ['2025-11-10 09:00', 'send again']], seen: '2025-11-12 09:00', total: '9 d', here: '2 d', due: '2025-11-12 17:00' },
  { story: 'a report: the practice has five working days', sent: '2025-11-03 09:00', urgency: soon, withoutSaturdays: true, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'accept'], ['2025-11-10 09:00', 'report']], seen: '2025-11-11 09:00', total: '8 d', here: '8 d', due: '2025-11-17 17:00' },
  { story: 'closed and opened again: the same clock, five working days with a Saturday', sent: '2025-11-03 09:00', urgency: soon, then: [['2025-11-03 10:00', 'confirm'], ['2025-11-04 09:00', 'accept'], ['2025-11-10 09:00', 'report'], ['2025-11-11 09:00', 'read'], ['2025-11-13 09:00', 'open again']], seen: '2025-11-14 09:00', total: '11 d', here: '11 d', due: '2025-11-19 17:00' },
  // Deadlines with a name.
  { story: 'acute treatment: two weeks from sending, over New Year, and no pause moves them', sent: '2025-12-23 10:00', urgency: 'acute_treatment', then: [['2025-12-23 11:00', 'confirm'], ['2025-12-24 10:00', 'ask', '2025-12-29'], ['2025-12-29 10:00', 'answer']], seen: '2025-12-30 10:00', total: '7 d', here: '2 d', deadlines: { acute_treatment_by_code: '2026-01-06' } },
  { story: 'acute treatment handed on: its deadline stays where it is', sent: '2025-11-03 09:00', urgency: 'acute_treatment', then: [['2025-11-03 10:00', 'confirm'], ['2025-11-06 09:00', 'hand on']], seen: '2025-11-07 09:00', total: '4 d', here: '1 d', deadlines: { acute_treatment_by_code: '2025-11-17' } },
  { story: 'discharge on 19 December: seven days end on a holiday and stay there', sent: '2025-12-15 09:00', urgency: soon, then: [['2025-12-15 10:00', 'confirm'], ['2025-12-16 09:00', 'discharge', '2025-12-19']], seen: '2025-12-17 09:00', total: '2 d', here: '2 d', deadlines: { follow_up_after_discharge: '2025-12-26' } },
  { story: 'the discharge is put off to the 22nd: the follow-up moves along', sent: '2025-12-15 09:00', urgency: soon, then: [['2025-12-15 10:00', 'confirm'], ['2025-12-16 09:00', 'discharge', '2025-12-19'], ['2025-12-18 09:00', 'discharge', '2025-12-22']], seen: '2025-12-19 09:00', total: '4 d', here: '4 d', deadlines: { follow_up_after_discharge: '2025-12-29' } },
  { story: 'discharged before the long night: seven calendar days', sent: '2025-10-20 09:00', urgency: soon, then: [['2025-10-20 10:00', 'confirm'], ['2025-10-21 09:00', 'discharge', '2025-10-24']], seen: '2025-10-27 09:00', total: '7 d 1 h', here: '7 d 1 h', deadlines: { follow_up_after_discharge: '2025-10-31' } },
  { story: 'an application of 12 December: two weeks end on a holiday, so on Monday', sent: '2025-12-15 09:00', urgency: soon, then: [['2025-12-15 10:00', 'confirm'], ['2025-12-15 11:00', 'application', '2025-12-12']], seen: '2025-12-16 09:00', total: '1 d', here: '1 d', deadlines: { responsibility_check: '2025-12-29' } },
  { story: 'an application of 23 December: Epiphany moves it on in Baden-Württemberg', sent: '2025-12-23 09:00', urgency: soon, then: [['2025-12-23 10:00', 'confirm'], ['2025-12-23 11:00', 'application', '2025-12-23']], seen: '2025-12-24 09:00', total: '1 d', here: '1 d', deadlines: { responsibility_check: '2026-01-07' } },
  { story: 'the same application in Hessen ends on 6 January', sent: '2025-12-23 09:00', urgency: soon, land: 'DE-HE', then: [['2025-12-23 10:00', 'confirm'], ['2025-12-23 11:00', 'application', '2025-12-23']], seen: '2025-12-24 09:00', total: '1 d', here: '1 d', deadlines: { responsibility_check: '2026-01-06' } },
  { story: 'first contact in the network: seven working days with Saturdays, also where the county has none', sent: '2025-12-18 09:00', urgency: soon, withoutSaturdays: true, then: [['2025-12-18 10:00', 'confirm'], ['2025-12-18 11:00', 'first contact', '2025-12-18']], seen: '2025-12-19 09:00', total: '1 d', here: '1 d', deadlines: { network_first_contact: '2025-12-29' } },
]; // prettier-ignore
