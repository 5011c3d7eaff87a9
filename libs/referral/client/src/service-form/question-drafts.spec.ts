import { serviceQuestionsSchema } from '@lotse/directory/model';
import { draftsOf, emptyQuestion, keyOf, missingIn, questionsFrom } from './question-drafts';
import { moved, Undoable } from './undoable';

const written = { ...emptyQuestion(), titleDe: 'Seit wann?', titleEn: 'Since when?' };

describe('the questions of a service while they are written', () => {
  it('get keys that stay when they are worded anew, and none twice', () => {
    const [first, second] = questionsFrom([written, { ...written, id: 'x' }]);
    expect([first!.key, second!.key]).toEqual(['since_when', 'since_when_2']);
    const reworded = draftsOf([first!]).map((draft) => ({ ...draft, titleEn: 'From what day?' }));
    expect(questionsFrom(reworded)[0]!.key).toBe('since_when');
  });

  it.each([
    ['Über 5 kg?', 'uber_5_kg'],
    ['2 Fragen', 'fragen'],
    ['???', 'question'],
  ])('%s becomes %s', (words, key) => expect(keyOf(words, [], 'question')).toBe(key));

  it('are what the service accepts', () => {
    const choices = [{ value: '', de: 'Ja', en: 'Yes' }, { value: '', de: 'Nein', en: 'No' }]; // prettier-ignore
    const questions = questionsFrom([written, { ...written, kind: 'choice', choices }, { ...written, kind: 'date', choices }]);
    expect(serviceQuestionsSchema.safeParse(questions).success).toBe(true);
    expect(questions[1]!.choices.map(({ value }) => value)).toEqual(['yes', 'no']);
    expect(questions[2]!.choices).toEqual([]);
  });

  it('say what is missing, where', () => {
    expect(missingIn([written, { ...written, titleDe: ' ', kind: 'choices' }])).toEqual(['questions.1.titleDe', 'questions.1.choices']);
    expect(missingIn([written])).toEqual([]);
  });

  it('change places, not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });

  it('each step can be taken back; typing on in one place is one', () => {
    const list = new Undoable('');
    for (const text of ['a', 'ab', 'abc']) list.change(text, 'title');
    list.change('moved');
    list.undo();
    expect(list.value()).toBe('abc');
    list.undo();
    expect([list.value(), list.canUndo()]).toEqual(['', false]);
    list.undo();
    list.change('x', 'title');
    list.begin('y');
    expect([list.value(), list.canUndo()]).toEqual(['y', false]);
  });
});
