import { lettersThatFit, type LetterFacts } from './letters.rules';

const facts = (changes: Partial<LetterFacts>): LetterFacts => ({
  side: 'recipient',
  state: 'received',
  hasRecipient: true,
  acts: ['create', 'submit', 'acknowledge'],
  ...changes,
});

describe('the letters that fit', () => {
  it('a draft: only the form that is to be signed', () => {
    expect(lettersThatFit(facts({ side: 'referrer', state: 'draft', acts: ['create'] }))).toEqual(['release_form']);
  });

  it('what was sent: on the side of the sender', () => {
    expect(lettersThatFit(facts({ side: 'referrer' }))).toEqual(['referral', 'discharge', 'release_form']);
  });

  it('what was received: receipt, and later why not or how it went', () => {
    expect(lettersThatFit(facts({}))).toEqual(['referral', 'acknowledgement']);
    expect(lettersThatFit(facts({ state: 'requested', acts: ['submit'] }))).toEqual(['referral']);
    expect(lettersThatFit(facts({ state: 'returned', acts: ['acknowledge', 'decline'] }))).toEqual([
      'referral',
      'acknowledgement',
      'decline',
    ]);
    expect(lettersThatFit(facts({ state: 'returned', acts: ['acknowledge', 'accept', 'hand_back'] }))).toContain('decline');
    expect(lettersThatFit(facts({ state: 'outcome_sent', acts: ['acknowledge', 'send_outcome'] }))).toContain('outcome');
  });

  it('what was taken back: nothing goes out any more', () => {
    expect(lettersThatFit(facts({ side: 'referrer', state: 'withdrawn' }))).toEqual([]);
  });
});
