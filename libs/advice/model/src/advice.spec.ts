import fc from 'fast-check';
import { adviceCustodianOf, adviceLifecycle, sideOfAdviceAct, type AdviceState } from './advice.lifecycle';
import { byFit, refusedAnswer, refusedByAdviceSide, refusedByAdviceState, refusedTexts, type CapacityAnswer } from './advice.rules';
import { hasInsuranceNumber, identifiersIn } from './identifiers';

const finals: AdviceState[] = ['closed', 'converted', 'cancelled'];

describe('the life of an enquiry at a service', () => {
  it('has six states, all of them reachable, three of them the end', () => {
    expect([...adviceLifecycle.reachable()].sort()).toEqual([...adviceLifecycle.states].sort());
    expect(adviceLifecycle.states.length).toBe(6);
    expect(adviceLifecycle.states.filter((state) => adviceLifecycle.isFinal(state))).toEqual(finals);
    expect(adviceLifecycle.states.filter((state) => adviceCustodianOf[state] === 'nobody')).toEqual(finals);
  });

  it('promise 1: from every open state it can be brought to an end, by whoever asked', () => {
    for (const state of adviceLifecycle.states.filter((candidate) => !finals.includes(candidate))) {
      const ends = adviceLifecycle.actsFrom(state).filter((act) => finals.includes(adviceLifecycle.next(state, act)!));
      expect(ends.some((act) => sideOfAdviceAct[act] === 'referrer')).toBe(true);
    }
  });

  it.each(adviceLifecycle.states.flatMap((state) => adviceLifecycle.acts.map((act) => [state, act] as const)))(
    '%s: %s is done by its side, or refused with state and act',
    (state, act) => {
      const refused = refusedByAdviceState(state, act);
      if (adviceLifecycle.allows(state, act)) expect(refused).toBeUndefined();
      else expect(refused).toMatchObject({ code: 'invalid-state', context: { state, act } });
      const sides = { askerOrganisationId: 'a', providerOrganisationId: 'p' };
      expect(refusedByAdviceSide(act, sideOfAdviceAct[act] === 'referrer' ? 'a' : 'p', sides)).toBeUndefined();
      expect(refusedByAdviceSide(act, sideOfAdviceAct[act] === 'referrer' ? 'p' : 'a', sides)?.code).toBe('not-your-turn');
    },
  );
});

describe('what says who somebody is', () => {
  it.each([
    ['Frau Müller kommt nicht allein', 'name'],
    ['geboren 3.5.1970', 'birth_date'],
    ['seit 1970-05-03', 'birth_date'],
    ['erreichbar unter 07622 4711 12', 'phone'],
    ['ida@example.org', 'email'],
    ['wohnt in der Hauptstraße 12', 'address'],
    ['A123456780', 'insurance_number'],
  ])('%s', (text, kind) => expect(identifiersIn(text)).toContain(kind));

  it.each([
    '42, F33.1 vermutet, Tagesklinik, 79539',
    'Termin nur vormittags, Rollstuhl',
    'seit 6 Monaten, PHQ-9 18 Punkte',
    'spricht Türkisch',
  ])('nothing in: %s', (text) => expect(identifiersIn(text)).toEqual([]));

  it('warns by field; somebody may say that it names nobody, but not about a number that cannot be a coincidence', () => {
    expect(refusedTexts({ needs: 'Frau Müller', diagnosis: 'F33.1' }, false)).toMatchObject({
      code: 'looks-like-a-person',
      fields: [{ field: 'needs', parameters: { kinds: 'name' } }],
    });
    expect(refusedTexts({ needs: 'Frau Holle Gruppe' }, true)).toBeUndefined();
    expect(hasInsuranceNumber('A123456780')).toBe(true);
    expect(refusedTexts({ needs: 'A123456780' }, true)?.fields[0]?.code).toBe('insurance-number-in-text');
  });
});

describe('an answer', () => {
  const nothing = { verdict: null, fromDay: null, weeks: null, text: null };
  it.each([
    ['advice', nothing, 'text'],
    ['advice', { ...nothing, text: 'Ja' }, undefined],
    ['capacity', { ...nothing, text: 'Ja' }, 'verdict'],
    ['capacity', { ...nothing, verdict: 'yes' }, 'fromDay'],
    ['capacity', { ...nothing, verdict: 'waiting_list' }, 'weeks'],
    ['capacity', { ...nothing, verdict: 'no' }, undefined],
  ] as const)('%s %j lacks %s', (kind, answer, field) => expect(refusedAnswer(kind, answer)?.fields[0]?.field).toBe(field));
});

describe('the order of what fits', () => {
  const answer = fc.record({
    state: fc.constantFrom(...adviceLifecycle.states),
    verdict: fc.constantFrom('yes' as const, 'waiting_list' as const, 'no' as const, null),
    fromDay: fc.constantFrom('2026-12-01', '2027-01-05', null),
    weeks: fc.constantFrom(2, 12, null),
    text: fc.constantFrom('aber', null),
  });

  it('is an order: sooner first, then shorter, no at the end', () => {
    const rank = ({ verdict }: CapacityAnswer) => ['yes', 'waiting_list', null, 'no'].indexOf(verdict);
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        const sorted = [...answers].sort(byFit);
        return sorted.every((one, index) => index === 0 || rank(sorted[index - 1]!) <= rank(one));
      }),
    );
    fc.assert(fc.property(answer, answer, (one, other) => Math.sign(byFit(one, other)) === -Math.sign(byFit(other, one)) + 0));
  });
});
