export { referralTexts } from './referral-texts';
export { referralTiles } from './referral-tiles';
export { ON_REFERRAL_PAGE, type OnReferralPage } from './referral-page/on-referral-page';
export { inboxRoutes, referralRoutes } from './referral.routes';
export { deadlineRulesRoutes, reasonRulesRoutes } from './county-rules/county-rules.routes';
export { countyRulesTexts } from './county-rules/county-rules-texts';
export { RuleActs } from './county-rules/rule-acts';
export { RuleChangeFields } from './county-rules/rule-change-fields';
export { RuleEditing } from './county-rules/rule-editing';
export { RuleVersions } from './county-rules/rule-versions';
export type { ListedVersion, RuleLine } from './county-rules/rule-words';
export { letterTemplatesRoutes } from './letter-templates/letter-templates.routes';
export { serviceFormRoutes } from './service-form/service-form.routes';
export { receiverLinkRoutes } from './receiver-links/receiver-link.routes';

/** Where the code on a letter leads. */
export const loadByReference = () => import('./letters/by-reference-page').then((found) => found.ByReferencePage);
