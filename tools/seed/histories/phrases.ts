import type { ServiceCategory } from '@lotse/directory/model';

/** What the referrer asks of the receiver, by what the receiver does. */
export const asks: Readonly<Record<ServiceCategory, readonly string[]>> = {
  outpatient_clinic: [
    'Bitte um Diagnostik und Behandlung.',
    'Bitte um Einschätzung und Vorschlag zur Medikation; Weiterverordnung hier möglich.',
    'Bitte um Mitbehandlung und kurze Rückmeldung, wer was übernimmt.',
    'Bitte um ein Erstgespräch, gern zusammen mit Angehörigen.',
  ],
  day_clinic: [
    'Ist eine tagesklinische Behandlung aus Ihrer Sicht der richtige Rahmen?',
    'Bitte um Vorgespräch; Fahrt ist geklärt.',
    'Bitte um Aufnahme, ambulante Behandlung reicht nicht aus.',
  ],
  psychotherapy: [
    'Bitte um psychotherapeutische Sprechstunde und Einschätzung.',
    'Wäre ein Platz zur Akutbehandlung möglich?',
    'Bitte um Therapieplatz, auch in einer Gruppe.',
  ],
  psychiatry_practice: ['Bitte um fachärztliche Einschätzung.', 'Bitte um Mitbehandlung und Überprüfung der Medikation.'],
  social_psychiatric_service: [
    'Bitte um Kontaktaufnahme, telefonisch am Vormittag gut erreichbar.',
    'Bitte um Hausbesuch und Begleitung, ist mit der Kontaktaufnahme einverstanden.',
    'Bitte um Beratung zu Hilfen im Alltag.',
  ],
  addiction_counselling: ['Bitte um Beratung und Vermittlung in eine Behandlung.', 'Bitte um Termin, kommt freiwillig.'],
  integration_assistance: [
    'Bitte um Bedarfsermittlung; ärztliche Stellungnahme reichen wir nach.',
    'Bitte um Beratung zu Hilfen beim Wohnen.',
  ],
  peer_support: ['Bitte um Kontaktaufnahme.'],
};

/** What the receiver asks back, and what the referrer answers. */
export const questions: readonly (readonly [string, string])[] = [
  [
    'Liegt ein aktueller Medikationsplan vor? Bitte auch Laborwerte der letzten drei Monate.',
    'Medikationsplan und Labor sind aktuell: Nierenwerte und Elektrolyte unauffällig, TSH 1,9, EKG ohne Befund.',
  ],
  [
    'Wie ist die derzeitige häusliche Situation, gibt es Unterstützung im Alltag?',
    'Wohnt mit dem Sohn zusammen, er übernimmt Fahrten. Eine Haushaltshilfe ist beantragt.',
  ],
  [
    'Gab es frühere stationäre Aufenthalte? Bitte Ort und ungefähres Jahr.',
    'Ein Aufenthalt 2017 wegen Depression, sechs Wochen; der Brief liegt hier vor und kann bei Einwilligung nachgereicht werden.',
  ],
  [
    'Besteht Suizidalität oder gab es frühere Versuche? Ist ein Notfallplan besprochen?',
    'Heute erneut besprochen: keine akute Suizidalität, kein früherer Versuch. Notfallplan und Telefonnummern hat die Person dabei.',
  ],
  [
    'Ist ein Termin am Vormittag möglich, und wird eine Dolmetscherin gebraucht?',
    'Vormittags geht ab 9:30 Uhr. Dolmetschen wird nicht gebraucht, die Schwester kann begleiten.',
  ],
  [
    'Läuft bereits eine Psychotherapie? Wir möchten Doppelbehandlung vermeiden.',
    'Nein, zwei probatorische Sitzungen, danach wegen Umzug der Therapeutin nicht fortgeführt.',
  ],
  [
    'Besteht Arbeitsunfähigkeit, und seit wann? Ist eine Rehabilitation geplant?',
    'Arbeitsunfähig seit fünf Wochen. Ein Antrag auf Rehabilitation ist noch nicht gestellt.',
  ],
  [
    'Wie hoch ist der derzeitige Alkoholkonsum, bestehen Entzugszeichen?',
    'Nach Angaben zwei Gläser am Abend, keine Entzugszeichen in der Vergangenheit.',
  ],
];

/** Reasons for giving a referral back, with what helps the person instead; `by` says which kinds of service would say so. */
// prettier-ignore
export const returns: readonly Returned[] = [
  {
    reason: 'wrong_service', by: ['outpatient_clinic', 'day_clinic', 'psychotherapy'], comment: 'Nach Durchsicht passt ein anderes Angebot besser.',
    wayForward: 'Bitte an den Sozialpsychiatrischen Dienst; nach einer Anfrage ohne Namen ist dort ein Erstkontakt innerhalb von zwei Wochen möglich.',
  },
  {
    reason: 'no_capacity', by: ['psychotherapy', 'psychiatry_practice', 'outpatient_clinic'],
    wayForward: 'In der Institutsambulanz des Nachbarorts ist ein Erstgespräch derzeit in etwa drei Wochen möglich.',
  },
  {
    reason: 'advice_given', comment: 'Telefonisch mit der Praxis besprochen.',
    wayForward: 'Wie besprochen vorgehen und in vier Wochen erneut beurteilen; bei Verschlechterung bitte sofort anrufen.',
  },
  {
    reason: 'needs_higher_level', by: ['day_clinic'], comment: 'Im Vorgespräch zeigte sich, dass der tagesklinische Rahmen noch nicht reicht.',
    wayForward: 'Die stationäre Aufnahme ist mit der Station abgesprochen, bitte Einweisung ausstellen.',
  },
  {
    reason: 'prerequisites_missing', by: ['outpatient_clinic', 'day_clinic', 'psychiatry_practice'],
    wayForward: 'Bitte zuerst körperliche Abklärung mit EKG und Schilddrüsenwerten; danach gern erneut zuweisen.',
  },
  {
    reason: 'could_not_contact', comment: 'Dreimal zu verschiedenen Zeiten angerufen, zweimal geschrieben.',
    wayForward: 'Bitte beim nächsten Besuch eine erreichbare Nummer erfragen und kurz anrufen; dann vergeben wir einen Termin.',
  },
];

export interface Returned {
  reason: 'wrong_service' | 'no_capacity' | 'advice_given' | 'needs_higher_level' | 'prerequisites_missing' | 'could_not_contact';
  by?: readonly ServiceCategory[];
  comment?: string;
  wayForward: string;
}

export const withdrawals: readonly {
  reason: 'no_longer_needed' | 'recovered' | 'went_elsewhere' | 'moved' | 'refused';
  comment?: string;
}[] = [
  { reason: 'went_elsewhere', comment: 'Hat über 116117 einen früheren Termin gefunden.' },
  { reason: 'recovered', comment: 'Deutlich gebessert, wir sehen uns alle zwei Wochen.' },
  { reason: 'no_longer_needed' },
  { reason: 'moved', comment: 'Umzug nach Freiburg, dort bereits angemeldet.' },
  { reason: 'refused', comment: 'Möchte derzeit keine Behandlung; wir bleiben im Gespräch.' },
];

export const acceptNotes: readonly (string | undefined)[] = [
  'Im Team besprochen.',
  'Wir nehmen telefonisch Kontakt auf.',
  'Erstgespräch möglich, Angehörige können mitkommen.',
  undefined,
  undefined,
];

export const listNotes: readonly (string | undefined)[] = [
  'Person telefonisch informiert.',
  'Vormittags bevorzugt.',
  'Kann auch kurzfristig.',
  undefined,
  undefined,
  undefined,
];

export const offerDeclines: readonly { reason: 'time' | 'travel' | 'ill' | 'work_or_care' | 'not_now'; comment?: string }[] = [
  { reason: 'time', comment: 'Zur selben Zeit ein Arzttermin.' },
  { reason: 'work_or_care', comment: 'Betreuung der Kinder nicht geklärt.' },
  { reason: 'ill', comment: 'Fieberhafter Infekt.' },
  { reason: 'travel' },
  { reason: 'not_now' },
];

export const purposes: readonly string[] = [
  'Zuweisung und Behandlung',
  'Zuweisung, Behandlung und Rückmeldung an die Hausarztpraxis',
  'Abstimmung der Behandlung',
];
