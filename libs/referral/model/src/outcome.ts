import { notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';

/**
 * How it ended, as the receiving side wrote it. An amended report is a new version; the earlier ones stay. Like an appointment it is known to
 * whoever has the referral and made it, and to the referrer.
 */
export const outcomeSchema = z.object({
  /** A code of the region's list of outcomes. */
  outcome: ofPart('appointments', z.string()),
  report: ofPart('appointments', z.string().nullable()),
  noReportReason: notAboutThePerson(z.string().nullable()),
  edition: z.number().int(),
  at: z.iso.datetime(),
  byName: notAboutThePerson(z.string()),
  organisationName: notAboutThePerson(z.string()),
});
export type Outcome = z.output<typeof outcomeSchema>;

/** What the referrer does with an outcome. */
export const dispositions = ['care_taken_over', 'follow_up_arranged', 'nothing_further', 'new_referral'] as const;
export const dispositionSchema = z.enum(dispositions);

/** How somebody was reminded of an outcome. */
export const chaserWays = ['phone', 'letter', 'message', 'in_person'] as const;
/** Who says that somebody has died. */
export const deathSources = ['relatives', 'authority', 'hospital', 'practice', 'other'] as const;
/** What came of looking at the risk after a missed appointment. */
export const riskAssessments = ['no_concern', 'contact_made', 'follow_up', 'crisis_steps'] as const;
