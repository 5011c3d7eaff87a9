export { careRoutes } from './list-care/care.routes';
export { dayRoutes } from './appointment-day/day.routes';
export { offeringRulesRoutes } from './offering-rules/offering-rules.routes';
export { rankRulesRoutes } from './rank-rules/rank-rules.routes';
export { travelTimesRoutes } from './travel-times/travel-times.routes';
export { offersOnReferralPage } from './offers/on-referral-page';
export { waitingListTexts } from './waiting-list-texts';
export { waitingListTiles } from './waiting-list-tiles';
export { offerRoutes, offerSlotRoutes, waitingListRoutes } from './waiting-list.routes';
