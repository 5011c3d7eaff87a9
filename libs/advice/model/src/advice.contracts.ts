import {
  calendarDaySchema,
  endpoint,
  idSchema,
  invalidState,
  notFound,
  pageOf,
  pageQuery,
  permissions,
  type Endpoint,
  type Permission,
} from '@lotse/kernel';
import { serviceCategorySchema } from '@lotse/directory/model';
import { certaintySchema } from '@lotse/referral/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import {
  adviceNeedsRelease,
  adviceNotYourTurn,
  answerByInPast,
  answerIncomplete,
  looksLikeAPerson,
  ownService,
  personToConvert,
  unknownAskedService,
} from './advice.problems';
import { adviceStateSchema, enquiryRowSchema, enquirySchema, recommendationSchema, verdictSchema } from './enquiry';

export const advicePermissions = permissions('advice', 'read', 'ask', 'answer', 'decide', 'convert');

const params = z.strictObject({ id: idSchema });
const text = (longest: number) => z.string().trim().min(1, { error: 'required' }).max(longest);
const age = z.number().int().min(0).max(120);
const postcode = z.string().regex(/^[0-9]{5}$/);
const created = z.object({ id: idSchema, version: z.number().int() });
/** Nothing may be asked about somebody in an emergency: one calls. */
const urgency = urgencySchema.exclude(['emergency']);

export const askAdvice = endpoint({
  method: 'POST',
  status: 201,
  path: 'enquiries/advice',
  summary:
    'Ask a service for advice before anybody is referred: about somebody, with a release that names it, or without saying who it is.',
  may: advicePermissions.ask,
  body: z.strictObject({
    serviceId: idSchema,
    personId: idSchema.nullable().default(null),
    question: text(4000),
    diagnosis: text(200).nullable().default(null),
    certainty: certaintySchema.nullable().default(null),
    medication: text(1000).nullable().default(null),
    triedSoFar: text(1000).nullable().default(null),
    urgency: urgency.nullable().default(null),
    /** Without a person. */
    age: age.nullable().default(null),
    postcode: postcode.nullable().default(null),
    answerBy: calendarDaySchema,
    /** Somebody has looked at what seemed to say who it is, and it does not. */
    isChecked: z.boolean().default(false),
  }),
  response: created,
  problems: [notFound, unknownAskedService, ownService, adviceNeedsRelease, looksLikeAPerson, answerByInPast],
  touches: 'enquiry',
});

export const askCapacity = endpoint({
  method: 'POST',
  status: 201,
  path: 'enquiries/capacity',
  summary: 'Ask several services at once whether there is room, without a word about who it is.',
  may: advicePermissions.ask,
  body: z.strictObject({
    serviceIds: z.array(idSchema).min(1, { error: 'required' }).max(12),
    age,
    diagnosis: text(200),
    certainty: certaintySchema.nullable().default(null),
    category: serviceCategorySchema,
    postcode,
    urgency,
    needs: text(500).nullable().default(null),
    answerBy: calendarDaySchema,
    isChecked: z.boolean().default(false),
  }),
  response: created,
  problems: [unknownAskedService, ownService, looksLikeAPerson, answerByInPast],
  touches: 'enquiry',
});

export const readEnquiries = endpoint({
  method: 'GET',
  path: 'enquiries',
  summary:
    'Enquiries the own organisation has sent or received: those that wait for it first, by due date; or those that have ended, newest first.',
  may: advicePermissions.read,
  query: z.strictObject({ ...pageQuery, box: z.enum(['sent', 'received']), ended: z.enum(['true', 'false']).default('false') }),
  response: pageOf(enquiryRowSchema),
  touches: 'enquiry',
});

export const readEnquiry = endpoint({
  method: 'GET',
  path: 'enquiries/:id',
  summary:
    'One enquiry: who asked what, and what the services have answered, in the order of what fits. A service sees its own answer only.',
  may: advicePermissions.read,
  params,
  response: enquirySchema,
  problems: [notFound],
  touches: 'enquiry',
});

export const countEnquiries = endpoint({
  method: 'GET',
  path: 'enquiry-counts',
  summary: 'How many enquiries wait for the own organisation.',
  may: advicePermissions.read,
  response: z.object({ sentMine: z.number().int(), receivedMine: z.number().int(), overdue: z.number().int() }),
});

export const closeEnquiry = endpoint({
  method: 'POST',
  path: 'enquiries/:id/close',
  summary: 'End everything that is still open of an enquiry. The services are told that it is over.',
  may: advicePermissions.decide,
  params,
  body: z.strictObject({}),
  response: created,
  problems: [notFound, adviceNotYourTurn, invalidState],
  touches: 'enquiry',
  versioned: true,
});

const moved = z.object({
  id: idSchema,
  enquiryId: idSchema,
  state: adviceStateSchema,
  version: z.number().int(),
  referralId: idSchema.nullable(),
});

const move = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  may: Permission,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `advice/:id/${path}` as const,
    summary,
    may,
    params,
    body,
    response: moved,
    problems: [notFound, invalidState, adviceNotYourTurn, ...problems],
    touches: 'enquiry',
    versioned: true,
  });

const withText = (longest = 4000) => z.strictObject({ text: text(longest), isChecked: z.boolean().default(false) });

export const answerAdvice = move(
  'answer',
  advicePermissions.answer,
  'Answer: advice in words, or whether there is room (from when, about how many weeks to wait, or no).',
  z.strictObject({
    text: text(4000).nullable().default(null),
    recommendation: recommendationSchema.nullable().default(null),
    verdict: verdictSchema.nullable().default(null),
    fromDay: calendarDaySchema.nullable().default(null),
    weeks: z.number().int().min(1).max(260).nullable().default(null),
    isChecked: z.boolean().default(false),
  }),
  [looksLikeAPerson, answerIncomplete],
);
export const askBackAdvice = move('ask-back', advicePermissions.answer, 'Ask the referring side for more before answering.', withText(), [looksLikeAPerson]); // prettier-ignore
export const addAdviceInfo = move('add-info', advicePermissions.decide, 'Give what the service has asked back for.', withText(), [
  looksLikeAPerson,
]);
export const askAdviceAgain = move('ask-again', advicePermissions.decide, 'Ask something further after an answer.', withText(), [
  looksLikeAPerson,
]);
export const closeAdvice = move('close', advicePermissions.decide, 'The answer is enough.', z.strictObject({}));
export const cancelAdvice = move('cancel', advicePermissions.decide, 'An answer is no longer needed.', z.strictObject({}));
export const convertAdvice = move(
  'convert',
  advicePermissions.convert,
  'Begin a referral to the service that answered, with everything that was written. What was asked without a person needs one now. The rest of the enquiry is closed.',
  z.strictObject({ personId: idSchema.nullable().default(null) }),
  [personToConvert],
);
