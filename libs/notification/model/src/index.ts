export { markNoticeRead, noticeKindSchema, noticeSchema, notificationPermissions, readNotices, type Notice, type NoticeKind } from './notice';
