import { endpoint, idSchema, notFound, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { directoryPermissions } from './directory.contracts';
import { serviceQuestionSchema, serviceQuestionsSchema } from './service-questions';

export const serviceQuestionPermissions = permissions('serviceQuestions', 'change');

/** The questions of a service as they were from a day on. Version 0: it asks nothing besides what every referral says. */
export const serviceFormSchema = z.object({
  serviceId: idSchema,
  version: z.number().int(),
  questions: z.array(serviceQuestionSchema),
  /** The same as JSON Schema, for others. */
  schema: z.record(z.string(), z.unknown()),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
});
export type ServiceForm = z.output<typeof serviceFormSchema>;

const params = z.strictObject({ id: idSchema });

export const readServiceForm = endpoint({
  method: 'GET',
  path: 'services/:id/questions',
  summary: 'What a service asks besides what every referral says; of an earlier version when one is named.',
  may: directoryPermissions.read,
  params,
  query: z.strictObject({ version: z.coerce.number().int().min(0).optional() }),
  response: serviceFormSchema,
  problems: [notFound],
});

export const changeServiceForm = endpoint({
  method: 'PUT',
  path: 'services/:id/questions',
  summary: 'Change what a service of the own organisation asks. Earlier versions stay: whoever has answered them has answered them.',
  may: serviceQuestionPermissions.change,
  params,
  body: z.strictObject({ questions: serviceQuestionsSchema }),
  response: serviceFormSchema,
  problems: [notFound],
  versioned: true,
});
