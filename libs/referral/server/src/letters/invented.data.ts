import { usualReasons, type LetterKind, type LetterLanguage } from '@lotse/region/model';
import { emptyContent, type ReferralStep } from '@lotse/referral/model';
import type { LetterContent } from './compose-letter';

const at = '2026-03-02T09:15:00.000Z';

const step = (act: string, note: string | null): ReferralStep => ({
  id: '018f0000-0000-7000-8000-000000000001',
  act,
  fromState: null,
  toState: 'received',
  at,
  staffName: 'Kim Muster',
  organisationName: 'Ambulanz Musterstadt',
  note,
  undone: false,
});

const practice = {
  name: 'Hausarztpraxis Musterdorf',
  kind: 'practice',
  street: 'Dorfstraße 1',
  postcode: '79999',
  place: 'Musterdorf',
  phone: '07699 1230',
  fax: '07699 1231',
};
const clinic = { ...practice, name: 'Ambulanz Musterstadt', kind: 'clinic', street: 'Klinikweg 5', place: 'Musterstadt' };

const toReferrer: readonly LetterKind[] = ['acknowledgement', 'decline', 'outcome'];

/** A letter about somebody who does not exist, between two organisations that do not either. */
export function inventedLetter(kind: LetterKind, language: LetterLanguage, now: Date): Omit<LetterContent, 'text'> {
  const [sender, addressee] = toReferrer.includes(kind) ? [clinic, practice] : [practice, clinic];
  const isGerman = language === 'de';
  return {
    kind,
    language,
    reference: 'Z-00000',
    address: null,
    delivered: {
      personName: 'Beispiel, Robin',
      birthDate: '1980-02-29',
      person: { phone: '07699 4560', street: 'Am Beispiel 3', postcode: '79999', kvnr: null, language: 'de', isInvented: true },
      content: {
        ...emptyContent,
        question: isGerman
          ? 'Bitte um Diagnostik und Empfehlung zur weiteren Behandlung.'
          : 'Please assess and advise on further treatment.',
        diagnosis: isGerman ? 'Depressive Episode' : 'Depressive episode',
        certainty: 'V',
        urgency: 'soon',
        callbackPhone: '07699 1230',
      },
      hidden: ['medication'],
    },
    fingerprint: '0000000000000000',
    serviceName: 'Ambulanz Musterstadt',
    questions: [],
    sentAt: at,
    sender,
    addressee,
    staffName: 'Kim Muster',
    steps: [
      step('acknowledge', null),
      step(
        'decline',
        isGerman
          ? 'no_capacity · Tagesklinik Nebenort nimmt auf, Telefon 07699 7890.'
          : 'no_capacity · The day clinic nearby takes patients, phone 07699 7890.',
      ),
    ],
    outcome: {
      outcome: 'helped',
      at,
      noReportReason: null,
      report: isGerman
        ? 'Sechs Gespräche, deutlich gebessert. Empfehlung: Fortführung in der Praxis.'
        : 'Six sessions, clearly improved. We recommend to go on in practice.',
    },
    suggested: null,
    actReasons: usualReasons,
    appointment: null,
    releases: [],
    reasons: [],
    dischargedOn: kind === 'discharge' ? '2026-03-02' : null,
    now,
  };
}
