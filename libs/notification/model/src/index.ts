export { attemptsAtMost, deliveryLifecycle, pauseAfter, type DeliveryState } from './delivery.lifecycle';
export {
  markNoticeRead,
  noticeKindSchema,
  noticeSchema,
  notificationPermissions,
  readNotices,
  type Notice,
  type NoticeKind,
} from './notice';
export { noticeWritten } from './notification.events';
export { noLongerTrue, type DeliveryFacts } from './still-true';
export { toldAbout, toldAboutAdvice, toldAboutOffer, type Side, type Telling } from './who-is-told';
