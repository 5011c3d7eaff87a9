export { NoticeBell } from './bell/notice-bell';
export { notificationTexts } from './notification-texts';
export { notificationRoutes } from './notification.routes';
