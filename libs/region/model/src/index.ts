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
export { holidaysOf, workingDaysOf } from './holidays';
export { retentionOf, retentionRuleSchema, usualRetention, type RetentionRule } from './retention';
