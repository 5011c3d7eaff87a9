import { calendarDaySchema, idSchema } from '@lotse/kernel';
import { bornSchema, hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import { serviceCategorySchema } from '@lotse/directory/model';
import { certaintySchema } from '@lotse/referral/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { adviceCustodians, adviceLifecycle } from './advice.lifecycle';

export const enquiryKindSchema = z.enum(['advice', 'capacity']);
export const adviceStateSchema = z.enum(adviceLifecycle.states);
export const adviceCustodianSchema = z.enum(adviceCustodians);
export const verdictSchema = z.enum(['yes', 'waiting_list', 'no']);
/** What a service recommends after advice. */
export const recommendationSchema = z.enum(['advice_only', 'referral_if_needed', 'referral_recommended', 'other']);

const postcode = z.string().regex(/^[0-9]{5}$/);

/** What is asked. Without a person there is nothing in it that says who it is about. */
export const enquiryContentSchema = z.object({
  question: ofPart('diagnosis', z.string().nullable()),
  diagnosis: ofPart('diagnosis', z.string().nullable()),
  certainty: ofPart('diagnosis', certaintySchema.nullable()),
  medication: ofPart('medication', z.string().nullable()),
  triedSoFar: ofPart('notes', z.string().nullable()),
  urgency: urgencySchema.nullable(),
  age: z.number().int().nullable(),
  /** Where somebody lives, by postcode. */
  postcode: ofPart('contact', postcode.nullable()),
  /** The kind of help that is looked for. */
  category: serviceCategorySchema.nullable(),
  /** What has to be thought of: language, wheelchair, evenings only. */
  needs: ofPart('diagnosis', z.string().nullable()),
});
export type EnquiryContent = z.output<typeof enquiryContentSchema>;

const sideSchema = z.object({ organisationId: idSchema, organisationName: notAboutThePerson(z.string()) });

export const adviceMessageSchema = z.object({
  id: idSchema,
  act: notAboutThePerson(z.string()),
  organisationId: idSchema,
  organisationName: notAboutThePerson(z.string()),
  staffName: notAboutThePerson(z.string()),
  at: z.iso.datetime(),
  text: ofPart('diagnosis', z.string().nullable()),
});

/** An enquiry at one service. */
export const adviceThreadSchema = z.object({
  id: idSchema,
  serviceId: idSchema,
  serviceName: notAboutThePerson(z.string()),
  provider: sideSchema,
  state: adviceStateSchema,
  custodian: adviceCustodianSchema,
  dueAt: z.iso.datetime().nullable(),
  verdict: verdictSchema.nullable(),
  fromDay: calendarDaySchema.nullable(),
  weeks: z.number().int().nullable(),
  recommendation: recommendationSchema.nullable(),
  /** The words of the last answer. */
  text: ofPart('diagnosis', z.string().nullable()),
  messages: z.array(adviceMessageSchema),
  version: z.number().int(),
});
export type AdviceThread = z.output<typeof adviceThreadSchema>;

/** An enquiry with the services it was sent to; a service sees its own only. */
export const enquirySchema = z.object({
  id: idSchema,
  reference: notAboutThePerson(z.string()),
  kind: enquiryKindSchema,
  personId: idSchema.nullable(),
  personName: ofPart('identity', z.string().nullable()),
  birthDate: ofPart('identity', bornSchema.nullable()),
  asker: sideSchema,
  askerName: notAboutThePerson(z.string()),
  answerBy: calendarDaySchema,
  createdAt: z.iso.datetime(),
  content: enquiryContentSchema,
  threads: z.array(adviceThreadSchema),
  /** The referral it has become, for whoever asked. */
  referralId: idSchema.nullable(),
  version: z.number().int(),
  hidden: hiddenPartsSchema,
});
export type Enquiry = z.output<typeof enquirySchema>;

/** A row of a worklist: one enquiry that was sent, or one service's part of what was received. */
export const enquiryRowSchema = z.object({
  id: idSchema,
  enquiryId: idSchema,
  reference: notAboutThePerson(z.string()),
  kind: enquiryKindSchema,
  /** Whose turn it is, seen from the reader. */
  turn: z.enum(['mine', 'theirs', 'nobody']),
  state: adviceStateSchema,
  personName: ofPart('identity', z.string().nullable()),
  age: z.number().int().nullable(),
  summary: ofPart('diagnosis', z.string().nullable()),
  category: serviceCategorySchema.nullable(),
  urgency: urgencySchema.nullable(),
  asker: sideSchema,
  serviceName: notAboutThePerson(z.string()),
  /** How many services were asked and have answered. */
  asked: z.number().int(),
  answered: z.number().int(),
  dueAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  hidden: hiddenPartsSchema,
});
export type EnquiryRow = z.output<typeof enquiryRowSchema>;
