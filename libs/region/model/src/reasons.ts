import { calendarDaySchema, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { rulesInForce, versionedRuleSchema } from './county-rule';

/** The lists of reasons that acts choose from. */
export const reasonLists = [
  'decline',
  'redirect',
  'cancel_by_provider',
  'cancel_by_person',
  'no_show',
  'withdraw',
  'suspend',
  'outcome',
  'no_report',
  'offer_decline',
] as const;
export const reasonListSchema = z.enum(reasonLists);
export type ReasonList = z.output<typeof reasonListSchema>;

/**
 * What follows when somebody declines an offer for a reason: nothing; no offers for some days; somebody looks at it; the request is perhaps no longer
 * wanted. It is always work for a person or a date that passes, never a removal.
 */
export const consequences = ['keep', 'cool_off', 'review', 'withdraw'] as const;
export type Consequence = (typeof consequences)[number];

/** One reason of a list, in the words of the county. A reason that was ever used is retired by a date, never deleted or re-used. */
export const actReasonSchema = versionedRuleSchema.extend({
  list: reasonListSchema,
  code: z.string().regex(/^[a-z_]{2,40}$/),
  de: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
  /** Whose reason it is. */
  party: z.enum(['person', 'provider', 'referrer', 'system']),
  comment: z.enum(['optional', 'required']),
  /** The first day on which it may be chosen; always without one. */
  from: calendarDaySchema.nullable(),
  /** The last day on which it may be chosen. */
  until: calendarDaySchema.nullable(),
  /** Whether the person keeps their place on the list. */
  keepsPlace: z.boolean(),
  /** Of a declined offer; nothing follows without. */
  consequence: z.enum(consequences).optional(),
  /** Of a cool-off. */
  coolOffDays: z.number().int().min(1).max(180).optional(),
});
export type ActReason = z.output<typeof actReasonSchema>;

type Row = readonly [
  code: string,
  de: string,
  en: string,
  more?: Partial<Pick<ActReason, 'party' | 'comment' | 'keepsPlace' | 'consequence' | 'coolOffDays'>>,
];

const mustComment = { comment: 'required' } as const;

const rows: Readonly<Record<ReasonList, { party: ActReason['party']; keepsPlace: boolean; reasons: readonly Row[] }>> = {
  decline: {
    party: 'provider',
    keepsPlace: false,
    reasons: [
      ['not_eligible', 'Voraussetzungen nicht erfüllt', 'Does not meet the criteria'],
      ['wrong_service', 'Anderes Angebot passt besser', 'Another service fits better'],
      ['prerequisites_missing', 'Vorher ist etwas anderes nötig', 'Something else is needed first'],
      ['more_info_needed', 'Angaben reichen nicht aus', 'Not enough information'],
      ['not_required', 'Keine Behandlung hier nötig', 'No treatment needed here'],
      ['priority_inappropriate', 'Dringlichkeit passt nicht', 'Urgency does not fit'],
      ['no_capacity', 'Kein Platz in absehbarer Zeit', 'No place in the foreseeable future'],
      ['out_of_area', 'Außerhalb des Einzugsgebiets', 'Outside the area'],
      ['needs_higher_level', 'Braucht intensivere Hilfe', 'Needs more intensive help'],
      ['safety', 'Aus Gründen der Sicherheit', 'For reasons of safety'],
      ['duplicate', 'Schon zugewiesen', 'Already referred'],
      ['person_declined', 'Person möchte nicht', 'The person does not want this', { party: 'person' }],
      ['could_not_contact', 'Person nicht erreicht', 'The person could not be reached', { party: 'person' }],
      ['advice_given', 'Beratung gegeben', 'Advice given'],
      ['other', 'Anderer Grund', 'Another reason', mustComment],
    ],
  },
  redirect: {
    party: 'provider',
    keepsPlace: false,
    reasons: [
      ['more_appropriate_service', 'Anderes Angebot passt besser', 'Another service fits better'],
      ['specialty', 'Anderes Fachgebiet', 'Another specialty'],
      ['age', 'Alter', 'Age'],
      ['gender', 'Geschlecht', 'Gender'],
      ['confidentiality', 'Vertraulichkeit', 'Confidentiality'],
      ['priority', 'Geht dort schneller', 'Faster there'],
      ['staff_absence', 'Personal fehlt', 'Staff missing'],
      ['other', 'Anderer Grund', 'Another reason', mustComment],
    ],
  },
  cancel_by_provider: {
    party: 'provider',
    keepsPlace: true,
    reasons: [
      ['clinic_cancelled', 'Sprechstunde fällt aus', 'Clinic cancelled'],
      ['slot_cancelled', 'Termin fällt aus', 'Slot cancelled'],
      ['overrun', 'Zeit reicht nicht', 'Running late'],
      ['priority_change', 'Dringenderer Fall', 'More urgent case'],
      ['staff_absence', 'Personal fehlt', 'Staff missing'],
      ['other', 'Anderer Grund', 'Another reason', mustComment],
    ],
  },
  cancel_by_person: {
    party: 'person',
    keepsPlace: true,
    reasons: [
      ['ill', 'Krank', 'Ill'],
      ['other_engagement', 'Verhindert', 'Otherwise engaged'],
      ['holiday', 'Verreist', 'Away'],
      ['transport_weather', 'Anfahrt oder Wetter', 'Transport or weather'],
      ['no_longer_wanted', 'Möchte den Termin nicht mehr', 'No longer wants the appointment'],
      ['other', 'Anderer Grund', 'Another reason'],
    ],
  },
  no_show: {
    party: 'person',
    keepsPlace: true,
    reasons: [
      ['unknown', 'Grund unbekannt', 'Reason unknown'],
      ['forgot', 'Vergessen', 'Forgot'],
      ['ill', 'Krank', 'Ill'],
      ['cancelled_too_late', 'Zu spät abgesagt', 'Cancelled too late'],
      ['arrived_too_late', 'Zu spät gekommen', 'Arrived too late'],
      ['transport', 'Keine Anfahrt', 'No transport'],
      ['was_not_brought', 'Wurde nicht gebracht', 'Was not brought'],
    ],
  },
  withdraw: {
    party: 'referrer',
    keepsPlace: false,
    reasons: [
      ['no_longer_needed', 'Nicht mehr nötig', 'No longer needed'],
      ['recovered', 'Es geht der Person besser', 'The person has recovered'],
      ['went_elsewhere', 'Hilfe anderswo gefunden', 'Found help elsewhere'],
      ['booked_outside', 'Termin anderswo', 'Appointment elsewhere'],
      ['raised_in_error', 'Irrtümlich gesendet', 'Sent in error'],
      ['moved', 'Umgezogen', 'Moved away', { party: 'person' }],
      ['refused', 'Person möchte nicht', 'The person does not want this', { party: 'person' }],
      ['other', 'Anderer Grund', 'Another reason', mustComment],
    ],
  },
  suspend: {
    party: 'person',
    keepsPlace: true,
    reasons: [
      ['away', 'Nicht vor Ort', 'Away'],
      ['ill', 'Krank', 'Ill'],
      ['in_hospital', 'In stationärer Behandlung', 'In hospital'],
      ['wants_to_wait', 'Möchte noch warten', 'Wants to wait'],
      ['other', 'Anderer Grund', 'Another reason', mustComment],
    ],
  },
  outcome: {
    party: 'provider',
    keepsPlace: false,
    reasons: [
      ['helped', 'Hilfe gelungen', 'Helped'],
      ['partly_helped', 'Teilweise gelungen', 'Partly helped'],
      ['assessed_no_treatment', 'Abgeklärt, keine Behandlung nötig', 'Assessed, no treatment needed'],
      ['treatment_completed', 'Behandlung abgeschlossen', 'Treatment completed'],
      ['transferred', 'Weiterbehandlung anderswo', 'Care transferred'],
      ['dropped_out', 'Abgebrochen', 'Dropped out'],
      ['could_not_contact', 'Person nicht erreicht', 'The person could not be reached'],
      ['not_eligible', 'Voraussetzungen nicht erfüllt', 'Does not meet the criteria'],
      ['no_longer_interested', 'Kein Interesse mehr', 'No longer interested'],
    ],
  },
  no_report: {
    party: 'provider',
    keepsPlace: false,
    reasons: [
      ['not_seen', 'Person war nicht hier', 'The person was not seen'],
      ['person_objects', 'Person möchte keinen Bericht', 'The person wants no report'],
      ['told_by_phone', 'Telefonisch besprochen', 'Discussed by phone'],
      ['follows_by_letter', 'Brief folgt auf anderem Weg', 'A letter follows another way'],
    ],
  },
  offer_decline: {
    party: 'person',
    keepsPlace: true,
    reasons: [
      ['time', 'Zeit passt nicht', 'The time does not suit'],
      ['travel', 'Weg ist zu weit', 'Too far to travel'],
      ['place', 'Ort passt nicht', 'The place does not suit'],
      ['clinician', 'Andere Fachkraft gewünscht', 'Wishes another clinician', { consequence: 'review' }],
      ['remote_not_wanted', 'Kein Video oder Telefon', 'No video or telephone', { consequence: 'review' }],
      ['ill', 'Zurzeit krank', 'Ill at present', { consequence: 'cool_off', coolOffDays: 14 }],
      ['work_or_care', 'Arbeit oder Betreuung von Angehörigen', 'Work, or care for somebody'],
      ['not_now', 'Im Moment nicht', 'Not at the moment', { consequence: 'cool_off', coolOffDays: 28 }],
      ['found_help', 'Hat andere Hilfe gefunden', 'Has found other help', { consequence: 'withdraw' }],
      ['other', 'Anderer Grund', 'Another reason'],
    ],
  },
};

/** What holds where a county says nothing else. */
export const usualReasons: readonly ActReason[] = reasonLists.flatMap((list) => {
  const { party, keepsPlace, reasons } = rows[list];
  return reasons.map(([code, de, en, more]) => ({
    list, code, de, en, party, comment: 'optional' as const, from: null, until: null, keepsPlace, ...more,
  })); // prettier-ignore
});

type Reasons = { reasons?: readonly ActReason[] };

/** Every version of every reason: the usual ones, what the county came with, and what it has changed since. */
export const reasonVersions = ({ reasons = [] }: Reasons): ActReason[] => [...usualReasons, ...reasons];

/** All reasons of a county as they are in force on a day. Retired ones too: old histories name them. */
export const reasonsOf = (settings: Reasons, day?: CalendarDay): ActReason[] =>
  rulesInForce(reasonVersions(settings), ({ list, code }) => `${list} ${code}`, day);

/** The reasons of a list that may be chosen on a day. */
export function reasonsOn(settings: Reasons, list: ReasonList, day: CalendarDay): ActReason[] {
  const isOpen = ({ from, until }: ActReason) => (from === null || from <= day) && (until === null || until >= day);
  return reasonsOf(settings, day).filter((reason) => reason.list === list && isOpen(reason));
}
