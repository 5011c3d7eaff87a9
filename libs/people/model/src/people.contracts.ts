import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { personInputSchema, personSchema } from './person';
import { notAboutThePerson } from './data-part';
import { releaseInputSchema, releaseSchema, releasesInputSchema } from './release';

export const peoplePermissions = permissions('people', 'read', 'create', 'change');
export const releasePermissions = permissions('release', 'read', 'record', 'revoke');

/** The KVNR's check digit is wrong: mend it, or say why it is right all the same. */
export const kvnrNeedsReason = problem('kvnr-check-digit', 422, 'The check digit of the KVNR does not fit.', 'kvnr');
/** Two records of one person: take the one that is there. `context.personId` says which. */
export const kvnrTaken = problem('kvnr-taken', 409, 'Somebody in your organisation already has this KVNR.', 'kvnr');
export const releaseEnded = problem('release-ended', 422, 'This release has already been revoked.');
export const unknownRecipient = problem(
  'unknown-recipient',
  422,
  'This organisation does not exist in the region.',
  'recipientOrganisationId',
);

/** Whoever explained a release belongs to the organisation that records it. */
export const unknownInformer = problem('unknown-informer', 422, 'Nobody of your organisation has this identifier.', 'informedBy');
/** Somebody without a name agrees to nothing and is sent to nobody: first who they are, then the release. */
export const personUnnamed = problem(
  'person-unnamed',
  422,
  'Nobody is referred without a name. Enter who it is, with a release.',
  'personId',
);

/** The representative who is named in a release is not entitled to it. `context.why` says why. */
export const representativeNotEntitled = problem(
  'representative-not-entitled',
  422,
  'This representative may not agree to it.',
  'representative.kind',
);

/** A release names somebody else. */
export const ownOrganisation = problem('own-organisation', 422, 'Your own organisation needs no release.', 'recipientOrganisationId');

const byId = z.strictObject({ id: idSchema });

export const createPerson = endpoint({
  method: 'POST',
  status: 201,
  path: 'people',
  summary: 'Enter a person. A KVNR with a wrong check digit needs a reason.',
  may: peoplePermissions.create,
  /** `differentFrom`: who was shown as a possible double and is somebody else. */
  body: personInputSchema.extend({ differentFrom: z.array(idSchema).max(20).optional() }),
  response: personSchema,
  problems: [kvnrNeedsReason, kvnrTaken],
  touches: 'person',
});

export const changePerson = endpoint({
  method: 'PATCH',
  path: 'people/:id',
  summary: 'Correct what is known about a person of the own organisation.',
  may: peoplePermissions.change,
  params: byId,
  body: personInputSchema.partial(),
  response: personSchema,
  problems: [kvnrNeedsReason, kvnrTaken, notFound],
  touches: 'person',
  versioned: true,
});

export const findPeople = endpoint({
  method: 'GET',
  path: 'people',
  summary: 'People of the own organisation by the beginning of their name or by birth date; also used to find possible duplicates.',
  may: peoplePermissions.read,
  query: z.strictObject({ ...pageQuery, text: z.string().trim().max(100).optional(), birthDate: z.iso.date().optional() }),
  response: pageOf(personSchema),
  touches: 'person',
});

export const readPerson = endpoint({
  method: 'GET',
  path: 'people/:id',
  summary: 'One person.',
  may: peoplePermissions.read,
  params: byId,
  response: personSchema,
  problems: [notFound],
  touches: 'person',
});

export const recordRelease = endpoint({
  method: 'POST',
  status: 201,
  path: 'people/:id/releases',
  summary: 'Record what a person agreed to: one recipient, a purpose, parts of the data, an end date.',
  may: releasePermissions.record,
  params: byId,
  body: releaseInputSchema,
  response: releaseSchema,
  problems: [notFound, unknownRecipient, unknownInformer, ownOrganisation, personUnnamed, representativeNotEntitled],
  touches: 'release',
});

export const recordReleases = endpoint({
  method: 'POST',
  status: 201,
  path: 'people/:id/releases/several',
  summary: 'Record in one go what a person agreed to for several recipients, each named; each gets a release of its own.',
  may: releasePermissions.record,
  params: byId,
  body: releasesInputSchema,
  response: z.object({ items: z.array(releaseSchema) }),
  problems: [notFound, unknownRecipient, unknownInformer, ownOrganisation, personUnnamed, representativeNotEntitled],
  touches: 'release',
});

export const findRecipients = endpoint({
  method: 'GET',
  path: 'release-recipients',
  summary: 'Organisations of the region that a release can name, by the beginning of a word of their name.',
  may: releasePermissions.record,
  query: z.strictObject({ text: z.string().trim().min(2).max(100) }),
  response: z.object({
    items: z.array(z.object({ id: idSchema, name: notAboutThePerson(z.string()), municipality: notAboutThePerson(z.string().nullable()) })),
  }),
});

export const readReleases = endpoint({
  method: 'GET',
  path: 'people/:id/releases',
  summary: 'The releases of a person, those in force first.',
  may: releasePermissions.read,
  params: byId,
  response: z.object({ items: z.array(releaseSchema) }),
  problems: [notFound],
  touches: 'release',
});

export const revokeRelease = endpoint({
  method: 'POST',
  path: 'releases/:id/revoke',
  summary: 'Record that a person revoked a release. The recipient loses access in the same moment.',
  may: releasePermissions.revoke,
  params: byId,
  body: z.strictObject({ how: z.enum(['in_person', 'phone', 'letter', 'electronic']) }),
  response: releaseSchema,
  problems: [notFound, releaseEnded],
  touches: 'release',
  versioned: true,
});
