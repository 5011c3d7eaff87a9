export { DuplicateWarning } from './duplicates/duplicate-warning';
export { DataPartFields } from './parts/data-part-fields';
export { HiddenParts } from './parts/hidden-parts';
export { NotReleased } from './parts/not-released';
export { peopleTexts } from './people-texts';
export { peopleRoutes } from './people.routes';
export { retentionRoutes } from './retention/retention.routes';
export { emergencyRoutes, reviewRoutes } from './break-glass/break-glass.routes';
export { EmergencyBanner } from './break-glass/emergency-banner';
