export { referralTexts } from './referral-texts';
export { referralTiles } from './referral-tiles';
export { inboxRoutes, referralRoutes } from './referral.routes';
export { letterTemplatesRoutes } from './letter-templates/letter-templates.routes';
export { receiverLinkRoutes } from './receiver-links/receiver-link.routes';
