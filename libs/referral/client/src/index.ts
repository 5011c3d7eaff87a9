export { referralTexts } from './referral-texts';
export { referralTiles } from './referral-tiles';
export { inboxRoutes, referralRoutes } from './referral.routes';
