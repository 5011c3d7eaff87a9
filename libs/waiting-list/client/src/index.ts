export { rankRulesRoutes } from './rank-rules/rank-rules.routes';
export { waitingListTexts } from './waiting-list-texts';
export { waitingListTiles } from './waiting-list-tiles';
export { offerRoutes, offerSlotRoutes, waitingListRoutes } from './waiting-list.routes';
