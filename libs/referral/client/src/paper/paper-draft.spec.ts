import { bodyOf, emptyPaper, missingIn, senderOf } from './paper-draft';

const draft = emptyPaper('2026-11-22', '08:30');

describe('what came on paper', () => {
  it('is sent when everything needed is there', () => {
    expect(missingIn(draft)).toEqual([
      'cameBy',
      'senderOrganisationId',
      'familyName',
      'givenName',
      'birthDate',
      'serviceId',
      'reason',
      'question',
      'urgency',
    ]);
    const known = { ...draft, cameBy: 'fax', senderId: 's', personId: 'p', serviceId: 'x', reason: 'r', question: 'q', urgency: 'soon' };
    expect(missingIn(known)).toEqual([]);
    expect(missingIn({ ...known, hasRelease: true })).toEqual(['release.givenOn']);
    expect(bodyOf(known, 's', 'p')).toMatchObject({ receivedAt: '2026-11-22T07:30:00.000Z', release: null, diagnosis: null });
  });

  it('names a new sender with what is known of it', () => {
    const sender = { ...draft.sender, name: ' Praxis ', fax: '1' };
    expect(senderOf({ ...draft, sender })).toMatchObject({ name: 'Praxis', kind: 'practice', fax: '1', phone: null, lanr: null });
  });
});
