import type { ServiceQuestion } from '@lotse/directory/model';

const question = { helpDe: null, helpEn: null, required: false, choices: [] };

/** What the day clinic wants to know besides; none of it has to be answered. */
export const askedByDayClinic: readonly ServiceQuestion[] = [
  {
    ...question,
    key: 'children',
    kind: 'yes_no',
    titleDe: 'Müssen Kinder betreut werden?',
    titleEn: 'Do children need care?',
    helpDe: 'Die Tagesklinik dauert von 8 bis 16 Uhr.',
    helpEn: 'The day clinic runs from 8 to 16.',
    part: 'contact',
  },
  {
    ...question,
    key: 'way',
    kind: 'choice',
    titleDe: 'Wie kommt die Person jeden Tag her?',
    titleEn: 'How does the person get here every day?',
    part: 'contact',
    choices: [
      { value: 'alone', de: 'Allein', en: 'Alone' },
      { value: 'accompanied', de: 'In Begleitung', en: 'Accompanied' },
      { value: 'transport', de: 'Mit dem Fahrdienst', en: 'By transport service' },
    ],
  },
  {
    ...question,
    key: 'aim',
    kind: 'text',
    titleDe: 'Was soll die Behandlung erreichen?',
    titleEn: 'What is the treatment to achieve?',
    part: 'diagnosis',
  },
];

/** What it says of itself while somebody writes. */
export const dayClinicHints = [
  'Bitte nennen Sie die Medikation mit Dosis.',
  'Gab es schon eine Behandlung in einer Tagesklinik, und wann?',
] as const;
