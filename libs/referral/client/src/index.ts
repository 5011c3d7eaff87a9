export { referralTexts } from './referral-texts';
export { referralTiles } from './referral-tiles';
export { inboxRoutes, referralRoutes } from './referral.routes';
export { deadlineRulesRoutes, reasonRulesRoutes } from './county-rules/county-rules.routes';
export { letterTemplatesRoutes } from './letter-templates/letter-templates.routes';
export { serviceFormRoutes } from './service-form/service-form.routes';
export { receiverLinkRoutes } from './receiver-links/receiver-link.routes';

/** Where the code on a letter leads. */
export const loadByReference = () => import('./letters/by-reference-page').then((found) => found.ByReferencePage);
