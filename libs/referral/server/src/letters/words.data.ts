import type { MeetingMode } from '@lotse/directory/model';
import type { DataPart } from '@lotse/people/model';
import type { Urgency } from '@lotse/region/model';
import type { LetterKind, LetterLanguage } from '@lotse/region/model';

interface Words {
  titles: Record<LetterKind | 'link_code', string>;
  facts: Record<'label' | 'reference' | 'day' | 'contact' | 'phone' | 'fax' | 'fingerprint', string>;
  mark: string;
  salutations: Record<'colleague' | 'office' | 'person', string>;
  greeting: string;
  fields: Record<
    | 'person'
    | 'birthDate'
    | 'bornIn'
    | 'phone'
    | 'address'
    | 'kvnr'
    | 'language'
    | 'reason'
    | 'question'
    | 'diagnosis'
    | 'medication'
    | 'triedSoFar'
    | 'urgency'
    | 'callbackPhone'
    | 'service'
    | 'receivedOn'
    | 'dischargedOn'
    | 'followUpBy'
    | 'declineReason'
    | 'wayForward'
    | 'comment'
    | 'suggested'
    | 'noReport'
    | 'report'
    | 'outcome'
    | 'notedOn'
    | 'interim'
    | 'appointment',
    string
  >;
  headings: Record<'person' | 'request' | 'decision' | 'report' | 'discharge' | 'releases' | 'further', string>;
  meeting: Record<MeetingMode, string>;
  hidden: string;
  releases: readonly [recipient: string, parts: string, purpose: string, until: string];
  noReleases: string;
  sign: readonly [place: string, person: string];
  foot: string;
  withoutText: string;
  /** Before a year. */
  bornIn: string;
  urgencies: Record<Urgency, string>;
  certainties: Record<'A' | 'V' | 'G' | 'Z', string>;
  parts: Record<DataPart, string>;
}

/** The words of letters that are the same in every county. */
export const words: Record<LetterLanguage, Words> = {
  de: {
    titles: {
      referral: 'Zuweisungsbrief',
      acknowledgement: 'Eingangsbestätigung',
      decline: 'Rückgabe einer Zuweisung',
      discharge: 'Entlassnachsorge',
      outcome: 'Rückmeldung',
      release_form: 'Schweigepflichtentbindung',
      link_code: 'Zugang zu einer Zuweisung',
    },
    facts: {
      label: 'Angaben zum Schreiben',
      reference: 'Unser Zeichen',
      day: 'Datum',
      contact: 'Ansprechperson',
      phone: 'Telefon',
      fax: 'Fax',
      fingerprint: 'Prüfzeichen',
    },
    mark: 'In Lotse öffnen',
    salutations: {
      colleague: 'Sehr geehrte Kolleginnen und Kollegen,',
      office: 'Sehr geehrte Damen und Herren,',
      person: 'Erklärung',
    },
    greeting: 'Mit freundlichen Grüßen',
    fields: {
      person: 'Name',
      birthDate: 'Geburtsdatum',
      bornIn: 'Jahrgang',
      phone: 'Telefon',
      address: 'Anschrift',
      kvnr: 'Versichertennummer',
      language: 'Sprache',
      reason: 'Anlass',
      question: 'Frage',
      diagnosis: 'Diagnose',
      medication: 'Medikation',
      triedSoFar: 'Bisher versucht',
      urgency: 'Dringlichkeit',
      callbackPhone: 'Rückruf unter',
      service: 'Angebot',
      receivedOn: 'Eingegangen am',
      dischargedOn: 'Entlassen am',
      followUpBy: 'Termin möglichst bis',
      declineReason: 'Grund',
      wayForward: 'Wie es weitergeht',
      comment: 'Bemerkung',
      suggested: 'Unser Vorschlag',
      noReport: 'Kein Bericht',
      report: 'Bericht',
      outcome: 'Ergebnis',
      notedOn: 'Gesendet am',
      interim: 'Zwischenbericht vom',
      appointment: 'Termin',
    },
    headings: {
      person: 'Person',
      request: 'Anlass und Auftrag',
      decision: 'Unsere Entscheidung',
      report: 'Verlauf und Ergebnis',
      discharge: 'Entlassung',
      releases: 'Wer welche Angaben erhält',
      further: 'Weitere Angaben',
    },
    meeting: { on_site: 'vor Ort', video: 'per Video', phone: 'am Telefon', home_visit: 'Hausbesuch' },
    hidden: 'Nicht freigegeben und deshalb nicht enthalten',
    releases: ['Stelle', 'Angaben', 'Zweck', 'Gültig bis'],
    noReleases: 'Es ist noch keine Freigabe eingetragen. Tragen Sie sie zuerst ein, dann steht hier, wer welche Angaben erhält.',
    sign: ['Ort, Datum', 'Unterschrift der Person oder ihrer Vertretung'],
    foot: 'Vertraulich. Nur für die Empfängerin oder den Empfänger bestimmt.',
    withoutText: 'Es wurde nichts dazu geschrieben.',
    bornIn: 'Jahrgang',
    urgencies: {
      emergency: 'Notfall',
      very_urgent: 'Sehr dringend',
      urgent: 'Dringend',
      acute_treatment: 'Akutbehandlung',
      soon: 'Zeitnah',
      routine: 'Regulär',
    },
    certainties: { A: 'Ausschluss', V: 'Verdacht', G: 'gesichert', Z: 'Zustand nach' },
    parts: {
      identity: 'Angaben zur Person',
      contact: 'Kontaktdaten',
      diagnosis: 'Diagnose',
      medication: 'Medikation',
      risk: 'Gefährdung',
      letters: 'Arztbriefe',
      appointments: 'Termine',
      notes: 'Notizen',
    },
  },
  en: {
    titles: {
      referral: 'Referral letter',
      acknowledgement: 'Confirmation of receipt',
      decline: 'Return of a referral',
      discharge: 'Follow-up after discharge',
      outcome: 'Report',
      release_form: 'Release from confidentiality',
      link_code: 'Access to a referral',
    },
    facts: {
      label: 'About this letter',
      reference: 'Our reference',
      day: 'Date',
      contact: 'Contact',
      phone: 'Phone',
      fax: 'Fax',
      fingerprint: 'Check mark',
    },
    mark: 'Open in Lotse',
    salutations: { colleague: 'Dear colleagues,', office: 'Dear Sir or Madam,', person: 'Declaration' },
    greeting: 'Kind regards',
    fields: {
      person: 'Name',
      birthDate: 'Date of birth',
      bornIn: 'Born in',
      phone: 'Phone',
      address: 'Address',
      kvnr: 'Insurance number',
      language: 'Language',
      reason: 'Reason',
      question: 'Question',
      diagnosis: 'Diagnosis',
      medication: 'Medication',
      triedSoFar: 'Tried so far',
      urgency: 'Urgency',
      callbackPhone: 'Call back at',
      service: 'Service',
      receivedOn: 'Received on',
      dischargedOn: 'Discharged on',
      followUpBy: 'Appointment by',
      declineReason: 'Reason',
      wayForward: 'The way forward',
      comment: 'Comment',
      suggested: 'What we suggest',
      noReport: 'No report',
      report: 'Report',
      outcome: 'Outcome',
      notedOn: 'Sent on',
      interim: 'Interim note of',
      appointment: 'Appointment',
    },
    headings: {
      person: 'Person',
      request: 'Reason and request',
      decision: 'Our decision',
      report: 'Course and outcome',
      discharge: 'Discharge',
      releases: 'Who receives which information',
      further: 'Further details',
    },
    meeting: { on_site: 'on site', video: 'by video', phone: 'by phone', home_visit: 'home visit' },
    hidden: 'Not released, and therefore not included',
    releases: ['Body', 'Information', 'Purpose', 'Valid until'],
    noReleases: 'No release has been recorded yet. Record it first; then this says who receives which information.',
    sign: ['Place, date', 'Signature of the person or of their representative'],
    foot: 'Confidential. For the addressee only.',
    withoutText: 'Nothing was written about it.',
    bornIn: 'born',
    urgencies: {
      emergency: 'Emergency',
      very_urgent: 'Very urgent',
      urgent: 'Urgent',
      acute_treatment: 'Acute treatment',
      soon: 'Soon',
      routine: 'Routine',
    },
    certainties: { A: 'excluded', V: 'suspected', G: 'confirmed', Z: 'state after' },
    parts: {
      identity: 'personal details',
      contact: 'contact details',
      diagnosis: 'diagnosis',
      medication: 'medication',
      risk: 'risk',
      letters: 'letters',
      appointments: 'appointments',
      notes: 'notes',
    },
  },
};
