import type { MissingPiece, ReferralState } from '@lotse/referral/model';
import type { Urgency } from '@lotse/region/model';
import { furtherWords, type FurtherField } from '../further-lines/further-words.data';

/** What somebody wrote, each in a column of its own. */
export type ContentColumn = 'question' | 'diagnosis' | 'medication' | 'triedSoFar' | FurtherField;

/** The columns of the file, in this order. */
export type Column =
  | 'reference'
  | 'person'
  | 'birthDate'
  | 'reason'
  | 'urgency'
  | 'state'
  | 'referrer'
  | 'recipient'
  | 'service'
  | 'waitsFor'
  | 'due'
  | 'sent'
  | 'assignee'
  | 'snoozedUntil'
  | 'missing'
  | ContentColumn;

export type ExportLanguage = 'de' | 'en';

interface Words {
  columns: Record<Column, string>;
  states: Record<ReferralState, string>;
  urgencies: Record<Urgency, string>;
  missing: Record<MissingPiece, string>;
  /** Before the year of birth of whoever has a reference only. */
  bornIn: string;
  /** What stands in the place of something that the person did not release. */
  hidden: string;
}

/** How the file is called; the day follows. */
export const fileNames: Record<ExportLanguage, string> = { de: 'zuweisungen', en: 'referrals' };

/** The words of the file. It is read without Lotse, so it brings them along. */
export const words: Record<ExportLanguage, Words> = {
  de: {
    hidden: 'nicht freigegeben',
    bornIn: 'Jahrgang',
    columns: {
      reference: 'Bezug',
      person: 'Person',
      birthDate: 'Geburtsdatum',
      reason: 'Anlass',
      urgency: 'Dringlichkeit',
      state: 'Stand',
      referrer: 'Von',
      recipient: 'An',
      service: 'Angebot',
      waitsFor: 'Wartet auf',
      due: 'Frist',
      sent: 'Gesendet',
      assignee: 'Übernommen von',
      snoozedUntil: 'Wiedervorlage',
      missing: 'Fehlt',
      question: 'Frage',
      diagnosis: 'Diagnose',
      medication: 'Medikation',
      triedSoFar: 'Bisher versucht',
      ...furtherWords.de.terms,
    },
    states: {
      draft: 'Entwurf',
      requested: 'Gesendet',
      received: 'Eingegangen',
      in_triage: 'In Prüfung',
      info_requested: 'Rückfrage offen',
      accepted: 'Angenommen',
      waitlisted: 'Auf der Warteliste',
      suspended: 'Zurückgestellt',
      offered: 'Termin angeboten',
      booked: 'Termin vereinbart',
      rebook_required: 'Neuer Termin nötig',
      dna_review: 'Nicht erschienen – Prüfung offen',
      in_service: 'In Betreuung',
      cancel_requested: 'Rücknahme angefragt',
      returned: 'Zurückgegeben',
      outcome_sent: 'Rückmeldung gesendet',
      closed: 'Abgeschlossen',
      withdrawn: 'Zurückgezogen',
      entered_in_error: 'Irrtümlich angelegt',
    },
    urgencies: {
      emergency: 'Notfall',
      very_urgent: 'Sehr dringend',
      urgent: 'Dringend',
      acute_treatment: 'Akutbehandlung',
      soon: 'Zeitnah',
      routine: 'Regulär',
    },
    missing: {
      phone: 'Telefon',
      diagnosis: 'Diagnose',
      medication: 'Medikation',
      kvnr: 'Versichertennummer',
      release_ends: 'Freigabe endet bald',
    },
  },
  en: {
    hidden: 'not released',
    bornIn: 'born',
    columns: {
      reference: 'Reference',
      person: 'Person',
      birthDate: 'Date of birth',
      reason: 'Reason',
      urgency: 'Urgency',
      state: 'State',
      referrer: 'From',
      recipient: 'To',
      service: 'Service',
      waitsFor: 'Waits for',
      due: 'Due',
      sent: 'Sent',
      assignee: 'Taken over by',
      snoozedUntil: 'Comes back',
      missing: 'Missing',
      question: 'Question',
      diagnosis: 'Diagnosis',
      medication: 'Medication',
      triedSoFar: 'Tried so far',
      ...furtherWords.en.terms,
    },
    states: {
      draft: 'Draft',
      requested: 'Sent',
      received: 'Received',
      in_triage: 'In triage',
      info_requested: 'Question open',
      accepted: 'Accepted',
      waitlisted: 'On the waiting list',
      suspended: 'Suspended',
      offered: 'Appointment offered',
      booked: 'Appointment booked',
      rebook_required: 'New appointment needed',
      dna_review: 'Did not attend – review open',
      in_service: 'In care',
      cancel_requested: 'Cancellation requested',
      returned: 'Returned',
      outcome_sent: 'Outcome sent',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
      entered_in_error: 'Entered in error',
    },
    urgencies: {
      emergency: 'Emergency',
      very_urgent: 'Very urgent',
      urgent: 'Urgent',
      acute_treatment: 'Acute treatment',
      soon: 'Soon',
      routine: 'Routine',
    },
    missing: {
      phone: 'Phone',
      diagnosis: 'Diagnosis',
      medication: 'Medication',
      kvnr: 'Insurance number',
      release_ends: 'Release ends soon',
    },
  },
};
