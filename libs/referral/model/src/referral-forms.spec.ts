import { questionPartSchema, type ServiceQuestion } from '@lotse/directory/model';
import { dataPartSchema, shownTo } from '@lotse/people/model';
import { answersIn, answersOf, faultsOfExtra, unanswered } from './extra-answers';
import { deliveredSchema } from './preview-referral.contract';
import { emptyContent } from './referral';
import { icdCodeSchema, isUsualPlacementCode, placementCodeSchema } from './referral-forms';

const asked = (key: string, part: ServiceQuestion['part'], required = false): ServiceQuestion => ({
  key,
  kind: 'text',
  titleDe: key,
  titleEn: key,
  helpDe: null,
  helpEn: null,
  required,
  part,
  choices: [],
});
const questions = [asked('drinks', 'diagnosis', true), asked('lives', 'contact')];

describe('the whole form', () => {
  it.each(['F32.1', 'f33.1', 'Z73', 'F41.-', 'F32.1!', 'G47.31'])('%s is written like a code', (code) =>
    expect(icdCodeSchema.safeParse(code).success).toBe(true),
  );
  it.each(['F3', 'Depression', '32.1', 'F32.1 V'])('%s is none', (code) => expect(icdCodeSchema.safeParse(code).success).toBe(false));

  it('a code of the Terminservicestelle is stored without what stands between its letters; another length is kept too', () => {
    expect(placementCodeSchema.parse('ab3d-ef67 89jk')).toBe('AB3DEF6789JK');
    expect([isUsualPlacementCode('AB3D-EF67-89JK'), isUsualPlacementCode('AB3DEF')]).toEqual([true, false]);
    expect(placementCodeSchema.safeParse('ÄB3D').success).toBe(false);
  });

  it('questions belong to the parts that people release', () =>
    expect(questionPartSchema.options).toEqual(dataPartSchema.options.filter((part) => part !== 'letters')));

  it('answers stand with the part of their question, and are cut by it', () => {
    const extra = answersOf(questions, 3, { drinks: 'selten', lives: 'allein' })!;
    expect([extra.version, extra.diagnosis, extra.contact, extra.notes]).toEqual([3, { drinks: 'selten' }, { lives: 'allein' }, null]);
    expect(answersIn(extra)).toEqual({ drinks: 'selten', lives: 'allein' });
    expect(faultsOfExtra(questions, extra)).toEqual([]);
    expect(faultsOfExtra(questions, { ...extra, notes: { drinks: 'x' } }).map(({ field }) => field)).toEqual(['extra.drinks']);
    const person = { phone: null, street: null, postcode: null, kvnr: null, language: 'de', isInvented: true };
    const whole = { personName: 'M', birthDate: '1970-01-01', person, content: { ...emptyContent, risk: 'x', extra } };
    const shown = shownTo(deliveredSchema, whole, ['identity', 'diagnosis']).content;
    expect([shown.risk, shown.extra?.diagnosis, shown.extra?.contact]).toEqual([null, { drinks: 'selten' }, null]);
  });

  it('what the service needs is asked for when it is sent', () => {
    expect(unanswered(questions, null).map(({ field }) => field)).toEqual(['extra.drinks']);
    expect(unanswered(questions, answersOf(questions, 1, { drinks: 'x' }))).toEqual([]);
    expect(answersOf(questions, 1, {})).toBeNull();
  });
});
