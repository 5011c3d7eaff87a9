import type { Notice, NoticeKind } from '@lotse/notification/model';
import type { IconName } from '@lotse/client-kit/ui';

/** An address in the client. */
export interface Place {
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

const icons: Readonly<Record<NoticeKind, IconName>> = {
  referral_received: 'inbox',
  referral_moved: 'route',
  move_undone: 'undo-2',
  question_asked: 'circle-question-mark',
  question_answered: 'message-square-text',
  slot_offered: 'calendar-clock',
  offer_accepted: 'calendar-check',
  offer_declined: 'x',
  offer_expired: 'hourglass',
  offer_withdrawn: 'undo-2',
  offer_superseded: 'calendar-check',
  offer_undeliverable: 'phone',
  nobody_fits: 'users',
  slot_pooled: 'users',
  slot_published: 'calendar-days',
  expected_wait_changed: 'hourglass',
  question_open: 'circle-question-mark',
  question_due: 'hourglass',
  answer_received: 'message-square-text',
  message_received: 'message-square-text',
  advice_asked: 'message-circle',
  advice_answered: 'message-circle',
  advice_info_wanted: 'circle-question-mark',
  advice_ended: 'check',
  deletion_due: 'hourglass',
  release_revoked: 'shield',
  break_glass_opened: 'siren',
  break_glass_to_review: 'siren',
};

export const iconOf = (kind: NoticeKind): IconName => icons[kind];

const referral = ({ referralId }: Notice): Place =>
  referralId === null ? { path: ['/mitteilungen'] } : { path: ['/zuweisungen', referralId] };
const runningOffers: Place = { path: ['/angebote'] };
const endedOffers: Place = { path: ['/angebote'], query: { state: 'ended' } };

/** Where the work behind a notice waits, for somebody who may do it. */
export function placeOf(notice: Notice, may: (permission: string) => boolean): Place {
  switch (notice.kind) {
    case 'referral_received':
      return may('referral.accept') || may('referral.acknowledge') ? { path: ['/eingang'] } : referral(notice);
    case 'referral_moved':
    case 'move_undone':
    case 'question_asked':
    case 'question_answered':
    case 'question_open':
    case 'question_due':
    case 'answer_received':
    case 'message_received':
      return referral(notice);
    // There is nothing left to go to.
    case 'release_revoked':
      return { path: ['/mitteilungen'] };
    case 'expected_wait_changed':
      return { path: ['/verzeichnis'], query: { text: notice.serviceName ?? '' } };
    case 'deletion_due':
      return { path: may('retention.read') ? ['/verwaltung', 'aufbewahrung'] : ['/mitteilungen'] };
    case 'break_glass_opened':
    case 'break_glass_to_review':
      return emergencyOf(may);
    case 'advice_asked':
    case 'advice_answered':
    case 'advice_info_wanted':
    case 'advice_ended':
      return { path: notice.enquiryId === null ? ['/anfragen'] : ['/anfragen', notice.enquiryId] };
    case 'slot_pooled':
    case 'slot_published':
      return { path: [may('freeSlot.read') ? '/freie-plaetze' : '/mitteilungen'] };
    case 'slot_offered':
      return may('waitingList.readOffers') ? runningOffers : referral(notice);
    case 'offer_accepted':
    case 'offer_superseded':
    case 'offer_undeliverable':
      return may('waitingList.readOffers') ? endedOffers : referral(notice);
    case 'offer_declined':
    case 'offer_expired':
    case 'offer_withdrawn':
    case 'nobody_fits':
      return slotOf(notice, may);
  }
}

/** Whoever reviews goes to the reviews; whoever cares for somebody sees what was opened of the own people. */
function emergencyOf(may: (permission: string) => boolean): Place {
  if (may('breakGlass.review')) return { path: ['/verwaltung', 'pruefungen'] };
  return { path: [may('breakGlass.open') ? '/notfall' : '/mitteilungen'] };
}

/** A slot that is free again is offered anew by those who may; everybody else sees how the offer ended. */
function slotOf(notice: Notice, may: (permission: string) => boolean): Place {
  if (notice.slotId !== null && may('waitingList.offerSlot')) return { path: ['/termine', notice.slotId, 'anbieten'] };
  return may('waitingList.readOffers') && notice.kind !== 'nobody_fits' ? endedOffers : referral(notice);
}
