import { adviceOf, capacityOf, emptyEnquiry, missingIn } from './enquiry-draft';

const capacity = {
  ...emptyEnquiry,
  kind: 'capacity' as const,
  age: '42',
  diagnosis: 'F33.1',
  category: 'day_clinic',
  postcode: '79539',
  urgency: 'soon' as const,
  serviceIds: ['s1', 's2'],
  answerBy: '2026-12-01',
};

describe('a new enquiry', () => {
  it('says what is missing, by kind; nothing is preset', () => {
    expect(missingIn(emptyEnquiry)).toEqual(['kind']);
    expect(missingIn({ ...emptyEnquiry, kind: 'advice', about: 'person' })).toEqual(['personId', 'question', 'serviceIds', 'answerBy']);
    expect(missingIn({ ...capacity, postcode: '', urgency: '' })).toEqual(['postcode', 'urgency']);
    expect(missingIn(capacity)).toEqual([]);
  });

  it('a question for room never carries a person, also when one was chosen before', () => {
    const body = capacityOf({ ...capacity, about: 'person', personId: 'p1' });
    expect(JSON.stringify(body)).not.toContain('p1');
    expect(body).toMatchObject({ age: 42, serviceIds: ['s1', 's2'], needs: null });
  });

  it('advice without a person says no more than an age and a postcode', () => {
    const draft = { ...capacity, kind: 'advice' as const, about: 'nobody' as const, personId: 'p1', question: ' Was raten Sie? ' };
    expect(adviceOf(draft)).toMatchObject({ personId: null, age: 42, postcode: '79539', question: 'Was raten Sie?', serviceId: 's1' });
    expect(adviceOf({ ...draft, about: 'person' })).toMatchObject({ personId: 'p1', age: null, postcode: null });
  });
});
