export { needsOverride, personInputSchema, personSchema, type Person, type PersonInput } from './person';
export {
  coversReferral,
  coveredUntil,
  dataPartSchema,
  isInForce,
  partsNeededForReferral,
  releaseFormSchema,
  releaseInputSchema,
  releaseSchema,
  type DataPart,
  type Release,
  type ReleaseTerms,
  type ReleaseInput,
} from './release';
export {
  changePerson,
  createPerson,
  findPeople,
  kvnrNeedsReason,
  kvnrTaken,
  peoplePermissions,
  readPerson,
  readReleases,
  recordRelease,
  releaseEnded,
  releasePermissions,
  revokeRelease,
  unknownRecipient,
} from './people.contracts';
export { releaseRevoked } from './people.events';
