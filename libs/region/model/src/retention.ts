import * as z from 'zod';

const organisationKinds = [
  'practice',
  'clinic',
  'psychotherapy_practice',
  'social_psychiatric_service',
  'integration_assistance',
  'county',
] as const;

/** How long a kind of organisation keeps what, and by which law. A county may say otherwise, for example by its plan of files. */
export const retentionRuleSchema = z.object({
  organisationKind: z.enum(organisationKinds),
  /** The own record of somebody, from the end of the last referral. */
  recordMonths: z.number().int().min(12).max(480),
  recordBasis: z.string(),
  /** What came in and never led to a treatment here, from its end: no record of a treatment, so kept for a short while. */
  untreatedMonths: z.number().int().min(1).max(120),
  untreatedBasis: z.string(),
});
export type RetentionRule = z.output<typeof retentionRuleSchema>;

const medical = { recordMonths: 120, recordBasis: '§ 630f Abs. 3 BGB' };
const social = { recordMonths: 120, recordBasis: '§ 84 SGB X, Aktenplan' };
const untreated = { untreatedMonths: 12, untreatedBasis: 'Art. 5 Abs. 1 lit. e DSGVO' };

/** What holds where a county says nothing else. */
export const usualRetention: readonly RetentionRule[] = [
  { organisationKind: 'practice', ...medical, ...untreated },
  { organisationKind: 'clinic', ...medical, ...untreated },
  { organisationKind: 'psychotherapy_practice', ...medical, ...untreated },
  { organisationKind: 'social_psychiatric_service', ...social, ...untreated },
  { organisationKind: 'integration_assistance', ...social, ...untreated },
  { organisationKind: 'county', ...social, ...untreated },
];

/** The rules of a county: its own, and the usual ones for kinds of organisations it says nothing about. */
export const retentionOf = ({ retention = [] }: { retention?: readonly RetentionRule[] }): RetentionRule[] =>
  usualRetention.map((usual) => retention.find(({ organisationKind }) => organisationKind === usual.organisationKind) ?? usual);
