import { filledIn, letterKinds, letterTextOn, placeholderProblems, unknownPlaceholders, type LetterTemplate } from './letter-template';
import { usualLetterTexts } from './letter-texts.data';

const values = {
  reference: 'Z-1',
  person: 'Ida',
  birthDate: '1',
  sender: 'Praxis',
  recipient: 'Klinik',
  service: 'Ambulanz',
  sentOn: '2',
  today: '3',
};
const text = { subject: 'a', opening: 'b', closing: '' };
const version = (number: number, effectiveFrom: string, words: LetterTemplate['text'] = text): LetterTemplate => ({
  kind: 'referral',
  language: 'de',
  version: number,
  effectiveFrom,
  text: words,
});

describe('the words of a letter', () => {
  // @req ASVS 5.0.0-1.3.7
  it('are filled in where they are in braces, and stay as they are elsewhere', () => {
    expect(filledIn('{{ reference }}: {{person}} {person} {{nobody}}', values)).toBe('Z-1: Ida {person} {{nobody}}');
  });

  // @req ASVS 5.0.0-1.3.7, 5.0.0-1.3.5
  it('name only what can be filled in', () => {
    expect(unknownPlaceholders('{{reference}} {{ diagnosis }} {{')).toEqual(['diagnosis', '{{']);
    expect(placeholderProblems({ ...text, closing: '{{x}}' })).toMatchObject([
      { field: 'text.closing', code: 'unknown-placeholder', parameters: { name: 'x' } },
    ]);
  });

  it('are known in both languages for every letter, without a placeholder that nobody fills in', () => {
    for (const language of ['de', 'en'] as const)
      for (const kind of letterKinds) expect(placeholderProblems(usualLetterTexts[language][kind])).toEqual([]);
  });

  it('hold from their day on, the latest first, and go back to the usual ones', () => {
    const own = { ...text, subject: 'own' };
    const letterTemplates = [version(1, '2026-01-01', own), version(2, '2026-06-01', null)];
    expect(letterTextOn({ letterTemplates }, 'referral', 'de', '2025-12-31').subject).toBe(usualLetterTexts.de.referral.subject);
    expect(letterTextOn({ letterTemplates }, 'referral', 'de', '2026-02-01').subject).toBe('own');
    expect(letterTextOn({ letterTemplates }, 'referral', 'en', '2026-02-01').subject).toBe(usualLetterTexts.en.referral.subject);
    expect(letterTextOn({ letterTemplates }, 'referral', 'de', '2026-06-01').subject).toBe(usualLetterTexts.de.referral.subject);
    const sameDay = [version(1, '2026-01-01'), version(2, '2026-01-01', own)];
    expect(letterTextOn({ letterTemplates: sameDay }, 'referral', 'de', '2026-01-01').subject).toBe('own');
  });
});
