import { verbText, verbWords } from './verb-words.data';

describe('a line of the chronicle in words', () => {
  it('says what was done, in both languages', () => {
    expect(verbText({ kind: 'act', verb: 'release.revoke' }, 'de')).toBe('Freigabe widerrufen');
    expect(verbText({ kind: 'act', verb: 'release.revoke' }, 'en')).toBe('Release revoked');
    for (const words of Object.values(verbWords)) expect(words.every((text) => text.length > 3)).toBe(true);
  });

  it('says what a refused act was, whatever way it was tried', () => {
    expect(verbText({ kind: 'act', verb: 'referral.accept referrals/:id/accept' }, 'de')).toBe('Zuweisung angenommen');
  });

  it('has words for what is still unknown', () => {
    expect(verbText({ kind: 'act', verb: 'referral.never_heard' }, 'de')).toBe('Zuweisung bearbeitet');
    expect(verbText({ kind: 'act', verb: 'moon.land' }, 'en')).toBe('Worked on');
    expect(verbText({ kind: 'look', verb: 'moons/:id' }, 'de')).toBe('Angesehen');
  });
});
