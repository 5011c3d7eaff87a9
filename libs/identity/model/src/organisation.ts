import { idSchema } from '@lotse/kernel';
import * as z from 'zod';

export const organisationKindSchema = z.enum([
  'practice',
  'clinic',
  'psychotherapy_practice',
  'social_psychiatric_service',
  'integration_assistance',
  'county',
]);
export type OrganisationKind = z.output<typeof organisationKindSchema>;

/** The data-protection law an organisation works under: church carriers have their own. */
export const legalRegimeSchema = z.enum(['gdpr', 'dsg_ekd', 'kdg', 'sgb_x']);

/** A body that works with Lotse: a practice, a clinic, a service of a carrier, the county. */
export const organisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: organisationKindSchema,
  phone: z.string().nullable(),
  /** Invented for the demo region; said on screen wherever the organisation is shown. */
  isInvented: z.boolean(),
});
export type Organisation = z.output<typeof organisationSchema>;
