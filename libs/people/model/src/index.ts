export { needsOverride, personInputSchema, personSchema, type Person, type PersonInput } from './person';
export {
  coversReferral,
  dataPartSchema,
  isInForce,
  partsNeededForReferral,
  releaseFormSchema,
  releaseInputSchema,
  releaseSchema,
  type DataPart,
  type Release,
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
