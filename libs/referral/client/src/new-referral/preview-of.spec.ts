import { emptyDraft } from './referral-draft';
import { filledParts, previewOf } from './preview-of';

const empty = emptyDraft('2026-06-01');
const draft = {
  ...empty,
  person: { ...empty.person, familyName: ' Muster ', givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 1' },
  reason: { ...empty.reason, reason: 'low_mood', question: 'Bitte um Abklärung', medication: 'Sertralin', triedSoFar: '' },
};

describe('the preview while one is writing', () => {
  it('hides what is not ticked, and shows it once it is', () => {
    const before = previewOf(draft, undefined);
    expect(before).toMatchObject({
      personName: 'Muster, Ida',
      person: { phone: null },
      content: { medication: null, question: 'Bitte um Abklärung' },
    });
    expect(before.hidden).toEqual(['contact', 'medication', 'risk', 'notes']);
    const ticked = previewOf({ ...draft, release: { ...draft.release, furtherParts: ['contact', 'medication'] } }, undefined);
    expect(ticked).toMatchObject({ person: { phone: '07622 1' }, content: { medication: 'Sertralin' }, hidden: ['risk', 'notes'] });
  });

  it('goes by the release that stands, not by what would be ticked', () => {
    const standing = { dataParts: ['identity', 'diagnosis', 'notes'] } as never;
    expect(previewOf({ ...draft, release: { ...draft.release, furtherParts: ['medication'] } }, standing).hidden).toEqual([
      'contact',
      'medication',
      'risk',
    ]);
  });

  it('knows where something stands that stays hidden', () => {
    expect(filledParts(draft)).toEqual(['contact', 'medication']);
  });
});
