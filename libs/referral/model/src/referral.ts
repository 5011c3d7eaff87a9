import { calendarDaySchema, idSchema } from '@lotse/kernel';
import { insuranceKindSchema, answerSchema, meetingModeSchema } from '@lotse/directory/model';
import { bornSchema, hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import { cameBySchema, voiceSchema } from './came-by';
import {
  accessibilitySchema,
  certaintySchema,
  diagnosisSchema,
  icdCodeSchema,
  muster6Schema,
  placementCodeSchema,
  ptv11Schema,
  travelSchema,
} from './referral-forms';
import { missingPieceSchema } from './missing-pieces';
import { outcomeSchema } from './outcome';
import { runningDeadlineSchema } from './running-deadline';
import { custodians, referralLifecycle } from './referral.lifecycle';
import { suggestedWaySchema } from './way-forward';

export const referralStateSchema = z.enum(referralLifecycle.states);
export const custodianSchema = z.enum(custodians);

/** Answers to what the service asks, by the part of the data that each belongs to. */
const extraAnswersSchema = z.record(z.string().max(40), answerSchema).nullable();

/** Answers to the questions of the service (directory), as they were in a version of them. */
export const extraSchema = z.strictObject({
  version: z.number().int().min(1),
  identity: ofPart('identity', extraAnswersSchema),
  contact: ofPart('contact', extraAnswersSchema),
  diagnosis: ofPart('diagnosis', extraAnswersSchema),
  medication: ofPart('medication', extraAnswersSchema),
  risk: ofPart('risk', extraAnswersSchema),
  appointments: ofPart('appointments', extraAnswersSchema),
  notes: ofPart('notes', extraAnswersSchema),
});
export type ExtraAnswers = z.output<typeof extraSchema>;

/**
 * What the referring side writes. A draft may be incomplete; only the person is needed to begin. Each field is labelled with the kind of
 * information that has to be released before a receiver sees it.
 */
export const referralContentSchema = z.strictObject({
  serviceId: idSchema.nullable(),
  /** A code of the region's list of reasons. */
  reason: ofPart(
    'diagnosis',
    z
      .string()
      .regex(/^[a-z_]{2,40}$/)
      .nullable(),
  ),
  /** The question to the receiver, in the referrer's words. */
  question: ofPart('diagnosis', z.string().trim().max(2000).nullable()),
  diagnosis: ofPart('diagnosis', z.string().trim().max(200).nullable()),
  certainty: ofPart('diagnosis', certaintySchema.nullable()),
  /** ICD-10-GM, never needed. */
  diagnosisCode: ofPart('diagnosis', icdCodeSchema.nullable()),
  furtherDiagnoses: ofPart('diagnosis', z.array(diagnosisSchema).max(8)),
  medication: ofPart('medication', z.string().trim().max(1000).nullable()),
  /** For people to read: nothing looks into it, and nothing is decided by it. */
  risk: ofPart('risk', z.string().trim().max(2000).nullable()),
  triedSoFar: ofPart('notes', z.string().trim().max(1000).nullable()),
  /** Never pre-selected. */
  urgency: urgencySchema.nullable(),
  /** Whether the person can come at short notice, and how much notice they need. */
  shortNotice: z.boolean(),
  minimumNoticeHours: z.number().int().min(1).max(336),
  /** The referrer's own number. */
  callbackPhone: notAboutThePerson(z.string().trim().max(40).nullable()),
  ptv11: ofPart('diagnosis', ptv11Schema.nullable()),
  muster6: ofPart('diagnosis', muster6Schema.nullable()),
  /** Stands for the person at the Terminservicestelle. */
  placementCode: ofPart('identity', placementCodeSchema.nullable()),
  insurance: ofPart('identity', insuranceKindSchema.nullable()),
  /** The language somebody is to interpret. */
  interpreter: ofPart('identity', z.string().min(2).max(10).nullable()),
  accessibility: ofPart('contact', accessibilitySchema.nullable()),
  travel: ofPart('contact', travelSchema.nullable()),
  /** When the person is to leave hospital; the follow-up is due seven days later. */
  dischargeOn: ofPart('appointments', calendarDaySchema.nullable()),
  extra: extraSchema.nullable(),
});
export type ReferralContent = z.output<typeof referralContentSchema>;

/** A draft before anything was written. Urgency is never pre-selected. */
export const emptyContent: ReferralContent = {
  serviceId: null,
  reason: null,
  question: null,
  diagnosis: null,
  certainty: null,
  medication: null,
  triedSoFar: null,
  urgency: null,
  shortNotice: false,
  minimumNoticeHours: 24,
  callbackPhone: null,
  diagnosisCode: null,
  furtherDiagnoses: [],
  risk: null,
  ptv11: null,
  muster6: null,
  placementCode: null,
  insurance: null,
  interpreter: null,
  accessibility: null,
  travel: null,
  dischargeOn: null,
  extra: null,
};

/** Who has a referral now. Exactly one custodian with a due date while it is open; the same on both sides. */
export const custodySchema = z.object({
  custodian: custodianSchema,
  organisationId: idSchema.nullable(),
  organisationName: notAboutThePerson(z.string().nullable()),
  dueAt: z.iso.datetime().nullable(),
});

/** Somebody of the own organisation. */
export const colleagueSchema = z.object({ id: idSchema, displayName: notAboutThePerson(z.string()) });

const partySchema = z.object({ organisationId: idSchema, organisationName: notAboutThePerson(z.string()) });

/** A row of a worklist: enough to decide what to open first. */
export const referralRowSchema = z.object({
  id: idSchema,
  reference: notAboutThePerson(z.string()),
  personId: idSchema,
  personName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', bornSchema),
  reason: ofPart('diagnosis', z.string().nullable()),
  urgency: urgencySchema.nullable(),
  state: referralStateSchema,
  referrer: partySchema,
  recipient: partySchema.nullable(),
  serviceName: notAboutThePerson(z.string().nullable()),
  custody: custodySchema,
  /** How it came, when it came on paper; the referrer named is the sender of that paper. */
  cameBy: cameBySchema.nullish(),
  /** When the referral was first sent; the one clock, never reset. */
  sentAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  /** The share of the target time that has passed, 1 when it is used up; null before sending. */
  waitedShare: z.number().nullable(),
  /** Who works on it in the own organisation; the other side does not see it. */
  assignee: colleagueSchema.nullable(),
  /** When it comes back, while the own organisation has put it aside. */
  snoozedUntil: z.iso.datetime().nullable(),
  /** What a receiver would ask back for. */
  missing: z.array(missingPieceSchema),
  /** Of a draft that is an emergency: how many calls are written down. Only whoever writes it is told. */
  emergencyCalls: z.number().int().optional(),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type ReferralRow = z.output<typeof referralRowSchema>;

/** One step of the history both sides see. `undo` takes back the step before it, which stays and is marked. */
export const referralStepSchema = z.object({
  id: idSchema,
  act: notAboutThePerson(z.string()),
  fromState: referralStateSchema.nullable(),
  toState: referralStateSchema,
  at: z.iso.datetime(),
  staffName: notAboutThePerson(z.string()),
  organisationName: notAboutThePerson(z.string()),
  /** What the two sides told each other about the referral: it belongs to its reason. */
  note: ofPart('diagnosis', z.string().nullable()),
  /** Whose word it was, where somebody else wrote it down or it came through a link. */
  voice: voiceSchema.nullish(),
  /** Whether a later step took this one back. */
  undone: z.boolean(),
});
export type ReferralStep = z.output<typeof referralStepSchema>;

/** What a referral was before: an enquiry, at an organisation. */
export const referralOriginSchema = z.object({ enquiryId: idSchema, reference: notAboutThePerson(z.string()), organisationId: idSchema });
export type ReferralOrigin = z.output<typeof referralOriginSchema>;

/** A referral as one page shows it. */
export const referralSchema = referralRowSchema.extend({
  content: referralContentSchema,
  clockStartedAt: z.iso.datetime().nullable(),
  targetDays: z.number().nullable(),
  person: z.object({
    phone: ofPart('contact', z.string().nullable()),
    street: ofPart('contact', z.string().nullable()),
    postcode: ofPart('contact', z.string().nullable()),
    kvnr: ofPart('identity', z.string().nullable()),
    language: ofPart('identity', z.string()),
    isInvented: z.boolean(),
  }),
  appointment: ofPart(
    'appointments',
    z
      .object({
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        /** Not known of appointments that are older than this was written down. */
        mode: meetingModeSchema.nullable(),
        /** Where people meet; empty where nobody goes anywhere: by video, by phone, at home. */
        place: notAboutThePerson(z.string()),
      })
      .nullable(),
  ),
  /** The question that waits for an answer, and by when. */
  openQuestion: ofPart('diagnosis', z.object({ text: z.string(), dueOn: calendarDaySchema }).nullable()),
  /** Where it came from: what was asked before, and of whom. */
  origin: referralOriginSchema.nullable(),
  /** Where the person is to get help instead, while the referral is returned. */
  suggested: ofPart('diagnosis', suggestedWaySchema.nullable()),
  /** How it ended, once that was told. */
  outcome: outcomeSchema.nullable(),
  /** The clock of the service that has it: it stands still while the referrer owes information. The total clock never does. */
  serviceClock: z.object({ startedAt: z.iso.datetime(), pausedSince: z.iso.datetime().nullable(), pausedSeconds: z.number() }).nullable(),
  suspendedUntil: calendarDaySchema.nullable(),
  /** Whether a missed appointment still has to be looked at. */
  riskReviewOpen: z.boolean(),
  deadlines: z.array(runningDeadlineSchema),
  steps: z.array(referralStepSchema),
  /** The fingerprint of what the reader is shown of the person and of what was written: equal prints, equal contents. */
  fingerprint: notAboutThePerson(z.string()),
  /** The step that can be taken back now, by whom and when it was done; null when there is none for the reader. */
  undo: z.object({ act: notAboutThePerson(z.string()), byName: notAboutThePerson(z.string()), at: z.iso.datetime() }).nullable(),
});
export type Referral = z.output<typeof referralSchema>;

/** What an act answers: where the referral is now. */
export const movedReferralSchema = z.object({ id: idSchema, state: referralStateSchema, version: z.number().int() });
export type MovedReferral = z.output<typeof movedReferralSchema>;
