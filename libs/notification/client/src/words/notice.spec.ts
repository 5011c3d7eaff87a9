import { noticeKindSchema, toldAbout, type Notice } from '@lotse/notification/model';
import { undoableActs } from '@lotse/referral/model';
import german from '../texts/de.json';
import english from '../texts/en.json';
import { placeOf } from './notice-place';
import { noticeText } from './notice-text';

const notice = (kind: Notice['kind'], act: string | null = null): Notice => ({
  id: '0199a000-0000-7000-8000-000000000001',
  kind,
  act,
  reference: 'Z-10042',
  referralId: 'r1',
  slotId: 's1',
  enquiryId: 'e1',
  serviceName: null,
  createdAt: '2026-11-22T08:00:00Z',
  readAt: null,
});

describe('where a notice leads', () => {
  const clinic = (permission: string) => permission !== 'referral.create';
  const practice = (permission: string) => ['referral.create', 'waitingList.readOffers'].includes(permission);

  it('is the worklist on which its work waits', () => {
    expect(placeOf(notice('referral_received'), clinic).path).toEqual(['/eingang']);
    expect(placeOf(notice('question_asked'), practice).path).toEqual(['/zuweisungen', 'r1']);
    expect(placeOf(notice('slot_offered'), practice).path).toEqual(['/angebote']);
    expect(placeOf(notice('offer_declined'), clinic).path).toEqual(['/termine', 's1', 'anbieten']);
    expect(placeOf(notice('offer_withdrawn'), practice)).toEqual({ path: ['/angebote'], query: { state: 'ended' } });
    expect(placeOf(notice('nobody_fits'), clinic).path).toEqual(['/termine', 's1', 'anbieten']);
  });

  it('is the referral for those who may not see the worklist', () => {
    expect(placeOf(notice('slot_offered'), () => false).path).toEqual(['/zuweisungen', 'r1']);
  });
});

describe('the words for notices', () => {
  const t = (key: string): string => key;

  it('name the act behind a move, where there are words for it', () => {
    expect(noticeText(t, { has: () => true }, notice('referral_moved', 'accept'))).toBe('notification.moved.accept');
    expect(noticeText(t, { has: () => true }, notice('move_undone', 'accept'))).toBe('notification.undone.accept');
    expect(noticeText(t, { has: () => false }, notice('referral_moved', 'unheard'))).toBe('notification.kind.referral_moved');
  });

  it('are there for every kind and every act that is told', () => {
    const moves = Object.entries(toldAbout).filter(([, told]) => told?.some(({ kind }) => kind === 'referral_moved'));
    const taken = undoableActs.filter((act) => toldAbout[act]);
    for (const texts of [german, english]) {
      expect(Object.keys(texts.kind)).toEqual(noticeKindSchema.options);
      expect(moves.map(([act]) => act).filter((act) => !(act in texts.moved))).toEqual([]);
      expect(Object.keys(texts.undone).sort()).toEqual([...taken].sort());
    }
  });
});
