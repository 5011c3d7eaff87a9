export { targetInDays, targetUnitSchema, urgencies, urgencyBandSchema, urgencySchema, type Urgency, type UrgencyBand } from './urgency';
export {
  emergencyNumberSchema,
  municipalitySchema,
  readRegion,
  referralReasonSchema,
  regionPackageSchema,
  regionPermissions,
  regionSettingsSchema,
  type Municipality,
  type ReferralReason,
  type RegionPackage,
  type RegionSettings,
} from './region';
export {
  deadlineRuleSchema,
  deadlinesOf,
  deadlinesOn,
  lastDayOf,
  runningTime,
  usualDeadlines,
  type DeadlineRule,
  type TimePassed,
} from './deadlines';
export { holidaysOf, workingDaysOf } from './holidays';
export {
  actReasonSchema,
  reasonLists,
  reasonListSchema,
  reasonsOf,
  reasonsOn,
  usualReasons,
  type ActReason,
  type ReasonList,
} from './reasons';
export { retentionOf, retentionRuleSchema, usualRetention, type RetentionRule } from './retention';
export {
  changeLetterTemplate,
  effectiveInPast,
  filledIn,
  letterKinds,
  letterKindSchema,
  letterLanguages,
  letterLanguageSchema,
  letterPlaceholders,
  letterTemplatePermissions,
  letterTemplateSchema,
  letterTextOn,
  letterTextSchema,
  placeholderProblems,
  readLetterTemplates,
  templateOn,
  unknownPlaceholder,
  unknownPlaceholders,
  type LetterKind,
  type LetterLanguage,
  type LetterPlaceholder,
  type LetterTemplate,
  type LetterText,
} from './letter-template';
export { usualLetterTexts } from './letter-texts.data';
