import { endpoint, idSchema, notFound } from '@lotse/kernel';
import * as z from 'zod';
import { serviceQuestionPermissions } from './service-questions.contracts';

/** Who pays, as a referral says it. */
export const insuranceKindSchema = z.enum(['statutory', 'private', 'accident', 'social_office', 'asylum', 'self_payer', 'other']);
export type InsuranceKind = z.output<typeof insuranceKindSchema>;

const params = z.strictObject({ id: idSchema });
/** Which insurances a service may take; null for every one. */
const insurances = z.array(insuranceKindSchema).min(1).max(insuranceKindSchema.options.length).nullable();

export const readServiceInsurances = endpoint({
  method: 'GET',
  path: 'services/:id/insurances',
  summary: 'Which insurances a service of the own organisation may take; null for every one.',
  may: serviceQuestionPermissions.change,
  params,
  response: z.object({ insurances }),
  problems: [notFound],
});

export const changeServiceInsurances = endpoint({
  method: 'PUT',
  path: 'services/:id/insurances',
  summary: 'Say which insurances a service of the own organisation may take. Its slots are offered to nobody else from then on.',
  may: serviceQuestionPermissions.change,
  params,
  body: z.strictObject({ insurances }),
  response: z.object({ insurances }),
  problems: [notFound],
});
