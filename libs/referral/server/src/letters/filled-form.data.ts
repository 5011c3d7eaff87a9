import type { ServiceQuestion } from '@lotse/directory/model';
import type { ReferralContent } from '@lotse/referral/model';

/** What a service may want to know. */
export const mobility: ServiceQuestion = {
  key: 'entrance',
  kind: 'choice',
  titleDe: 'Wie kommen Sie hinein?',
  titleEn: 'How do you get in?',
  helpDe: null,
  helpEn: null,
  required: false,
  part: 'contact',
  choices: [
    { value: 'ramp', de: 'Mit Rampe', en: 'By a ramp' },
    { value: 'stairs', de: 'Über Stufen', en: 'By stairs' },
  ],
};

/** The further fields of the form, each filled in, about somebody who does not exist. */
export const filledForm: Partial<ReferralContent> = {
  shortNotice: true,
  minimumNoticeHours: 48,
  furtherDiagnoses: [{ text: 'Angststörung', code: 'F41.1', certainty: 'V' }],
  risk: 'Sagt, dass es so nicht weitergeht.',
  insurance: 'statutory',
  placementCode: 'ABCDEFGHIJKL',
  interpreter: 'tr',
  accessibility: { needs: ['step_free'], note: 'Hörgerät links' },
  travel: { means: 'public_transport', radiusKm: 25, companion: true },
  dischargeOn: '2026-12-01',
  ptv11: {
    dates: ['2026-11-02'],
    noDisorder: false,
    recommendations: ['acute_treatment'],
    methods: ['behavioural'],
    details: 'Schläft kaum.',
    next: 'referred_on',
    promptNeeded: true,
    copyTo: 'Hausarztpraxis Musterdorf',
  },
  muster6: { purpose: 'curative', kind: 'co_treatment', issuedOn: '2026-11-03', order: 'Diagnostik', findings: 'Labor unauffällig' },
  extra: {
    version: 1,
    identity: null,
    contact: { entrance: 'ramp' },
    diagnosis: null,
    medication: null,
    risk: null,
    appointments: null,
    notes: null,
  },
};
