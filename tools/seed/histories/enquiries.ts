import { intakeAt, referrerAt } from '../county/organisations';
import type { Deed } from './deed';
import { questions } from './phrases';

/** What is asked before anybody is referred, without a word about who it is: some of it answered, some of it waiting. */
export function enquiryDeeds(at: Date): Deed[] {
  const practice = { at, by: referrerAt('brugger') };
  return [
    { at, by: intakeAt('wiesenufer'), kind: 'keepQuestions', service: 'pia', questions: questions.slice(0, 3).map(([text]) => text) },
    {
      ...practice,
      kind: 'askCapacity',
      services: ['pia_rheinfelden', 'pia'],
      about: {
        age: 42,
        diagnosis: 'F33.1',
        certainty: 'V',
        category: 'outpatient_clinic',
        postcode: '79539',
        urgency: 'soon',
        needs: 'nur vormittags, Begleitung durch Angehörige',
      },
      answer: { by: intakeAt('hochrheinblick'), verdict: 'waiting_list', weeks: 4, text: 'Gruppe für Angehörige ist sofort möglich.' },
    },
    {
      at,
      by: referrerAt('weil'),
      kind: 'askCapacity',
      services: ['tagesklinik'],
      about: { age: 29, diagnosis: 'F41.0', certainty: 'G', category: 'day_clinic', postcode: '79576', urgency: 'urgent', needs: null },
    },
    {
      ...practice,
      kind: 'askAdvice',
      service: 'pia',
      age: 67,
      diagnosis: 'F32.1, Verdacht',
      question: 'Spricht auf das zweite Antidepressivum nach sechs Wochen kaum an. Wechseln, oder gleich in die Ambulanz?',
      answer: {
        by: intakeAt('wiesenufer'),
        text: 'Bitte zuerst Schilddrüse und Vitamin B12 prüfen. Bei unauffälligem Befund lohnt ein Wechsel; eine Zuweisung ist erst danach nötig.',
      },
    },
    {
      at,
      by: referrerAt('steinen'),
      kind: 'askAdvice',
      service: 'pia',
      age: 19,
      diagnosis: 'Verdacht auf Essstörung',
      question: 'Welches Angebot im Landkreis passt zuerst, wenn die Motivation noch schwankt?',
    },
  ];
}
