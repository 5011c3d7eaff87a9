import fc from 'fast-check';
import * as z from 'zod';
import {
  faultsOf,
  formSchemaOf,
  questionKindSchema,
  questionPartSchema,
  questionsOf,
  stillFitting,
  type Answers,
  type ServiceQuestion,
} from './service-questions';

const words = fc.stringMatching(/^[A-Za-zäöüß?][A-Za-zäöüß ?]{0,20}[A-Za-zäöüß?]$/);
const choice = fc.constantFrom('often', 'sometimes', 'never').map((value) => ({ value, de: `de ${value}`, en: `en ${value}` }));
const question = fc
  .record({
    key: fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/),
    kind: fc.constantFrom(...questionKindSchema.options),
    titleDe: words,
    titleEn: words,
    helpDe: fc.option(words),
    helpEn: fc.option(words),
    required: fc.boolean(),
    part: fc.constantFrom(...questionPartSchema.options),
    choices: fc.uniqueArray(choice, { minLength: 2, maxLength: 3, selector: ({ value }) => value }),
  })
  .map((one): ServiceQuestion => ({ ...one, choices: one.kind.startsWith('choice') ? one.choices : [] }));
const questions = fc.uniqueArray(question, { maxLength: 6, selector: ({ key }) => key });
const answer = fc.oneof(
  fc.constantFrom('often', 'never', 'no such', '2026-03-04', '2026-13-04', '', 'etwas'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom(['often'], ['often', 'no such'], []),
);

const told: ServiceQuestion = {
  key: 'aids',
  kind: 'choices',
  titleDe: 'Hilfsmittel',
  titleEn: 'Aids',
  helpDe: null,
  helpEn: null,
  required: true,
  part: 'contact',
  choices: [
    { value: 'glasses', de: 'Brille', en: 'Glasses' },
    { value: 'hearing_aid', de: 'Hörgerät', en: 'Hearing aid' },
  ],
};

describe('what a service asks besides', () => {
  it('is kept as JSON Schema and comes back as it was, in order', () => {
    fc.assert(
      fc.property(questions, (asked) =>
        expect(questionsOf(JSON.parse(JSON.stringify(formSchemaOf(asked))) as object as never)).toEqual(asked),
      ),
    );
  });

  it('answers are judged as JSON Schema would judge them', () => {
    const given = questions.chain((asked) =>
      fc.tuple(fc.constant(asked), fc.record(Object.fromEntries(asked.map(({ key }) => [key, fc.option(answer, { nil: undefined })])))),
    );
    fc.assert(
      fc.property(given, ([asked, found]) => {
        const answers = Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined)) as Answers;
        const judge = z.fromJSONSchema(JSON.parse(JSON.stringify(formSchemaOf(asked))) as never);
        expect(Object.keys(faultsOf(asked, answers, true)).length === 0).toBe(judge.safeParse(answers).success);
      }),
    );
  });

  it('a draft may leave out what is required, and says nothing that nobody asked', () => {
    expect(faultsOf([told], {}, false)).toEqual({});
    expect(faultsOf([told], {}, true)).toEqual({ aids: 'required' });
    expect(faultsOf([told], { aids: ['glasses', 'crutch'], other: 'x' }, false)).toEqual({ aids: 'wrong', other: 'unknown' });
  });

  it('what was answered is kept as long as it still fits', () => {
    const changed = { ...told, choices: [told.choices[0]!, { value: 'crutch', de: 'Gehstütze', en: 'Crutch' }] };
    expect(stillFitting([changed], { aids: ['glasses'], gone: 'x' })).toEqual({ aids: ['glasses'] });
    expect(stillFitting([changed], { aids: ['hearing_aid'] })).toEqual({});
  });
});
