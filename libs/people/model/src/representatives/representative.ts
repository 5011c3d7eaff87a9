import { calendarDaySchema, endpoint, idSchema, notFound, type CalendarDay } from '@lotse/kernel';
import * as z from 'zod';
import { notAboutThePerson, ofOwnRecord } from '../data-part';
import { peoplePermissions } from '../people.contracts';
import type { Release } from '../release';

/** Betreuer (§ 1814 BGB), Bevollmächtigte (§ 1820 BGB), parents (§ 1629 BGB), Vormund (§ 1789 BGB). */
export const representativeWhoSchema = z.enum(['parent', 'guardian_of_minor', 'guardian', 'proxy']);

/** The matters a court or a power of attorney names (Aufgabenbereiche, § 1815 BGB). */
export const representativeScopeSchema = z.enum(['health', 'residence', 'assets', 'housing', 'authorities', 'post', 'confinement']);

const optional = (length: number) => z.string().trim().max(length).nullable().default(null);

/** What is entered about somebody who decides for another one. Parents decide in all matters; nobody else does. */
export const representativeInputSchema = z
  .strictObject({
    kind: representativeWhoSchema,
    name: z.string().trim().min(2).max(120),
    phone: optional(40),
    address: optional(200),
    scopes: z.array(representativeScopeSchema).max(7).default([]),
    /** The court's decision or the power of attorney, and where it is kept. */
    document: optional(200),
    validFrom: calendarDaySchema,
    validUntil: calendarDaySchema.nullable().default(null),
  })
  .refine(({ kind, scopes }) => isForMinor(kind) || scopes.length > 0, {
    path: ['scopes'],
    error: 'needed',
    params: { code: 'scopes-needed' },
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    path: ['validUntil'],
    error: 'ends-before-it-begins',
    params: { code: 'ends-before-it-begins' },
  });
export type RepresentativeInput = z.output<typeof representativeInputSchema>;

const isForMinor = (kind: z.output<typeof representativeWhoSchema>): boolean => kind === 'parent' || kind === 'guardian_of_minor';

/** A representative as the own organisation keeps them. */
export const representativeSchema = z.object({
  id: idSchema,
  kind: representativeWhoSchema,
  name: ofOwnRecord(z.string()),
  phone: ofOwnRecord(z.string().nullable()),
  address: ofOwnRecord(z.string().nullable()),
  scopes: z.array(representativeScopeSchema),
  document: ofOwnRecord(z.string().nullable()),
  validFrom: calendarDaySchema,
  validUntil: calendarDaySchema.nullable(),
  endedOn: calendarDaySchema.nullable(),
  recordedBy: notAboutThePerson(z.string()),
  version: z.number().int(),
});
export type Representative = z.output<typeof representativeSchema>;

type Deciding = Pick<Representative, 'kind' | 'scopes' | 'validFrom' | 'validUntil' | 'endedOn'>;

/** Why a representative may not release anything for somebody, by code. */
export type WhyNotEntitled = 'not-yet-valid' | 'no-longer-valid' | 'not-for-health' | 'of-age';

const ofAge = 18;

/** Why somebody may not agree in the name of another one on a day; undefined when they may. A court that did not name health did not give it. */
export function whyNotEntitled(representative: Deciding, birthDate: CalendarDay, day: CalendarDay): WhyNotEntitled | undefined {
  const { kind, scopes, validFrom, validUntil, endedOn } = representative;
  if (validFrom > day) return 'not-yet-valid';
  if ((validUntil !== null && validUntil < day) || (endedOn !== null && endedOn <= day)) return 'no-longer-valid';
  if (isForMinor(kind)) return isOfAge(birthDate, day) ? 'of-age' : undefined;
  return scopes.includes('health') ? undefined : 'not-for-health';
}

const isOfAge = (birthDate: CalendarDay, day: CalendarDay): boolean =>
  `${Number(birthDate.slice(0, 4)) + ofAge}${birthDate.slice(4)}` <= day;

/** What a release calls them. */
export const releaseKindOf: Readonly<Record<Representative['kind'], NonNullable<Release['representative']>['kind']>> = {
  guardian: 'guardian_health',
  proxy: 'health_proxy',
  parent: 'parents',
  guardian_of_minor: 'parents',
};

const params = z.strictObject({ id: idSchema });

export const readRepresentatives = endpoint({
  method: 'GET',
  path: 'people/:id/representatives',
  summary: 'Who decides for a person of the own organisation, in which matters, by which document and until when.',
  may: peoplePermissions.read,
  params,
  response: z.object({ items: z.array(representativeSchema) }),
  problems: [notFound],
  touches: 'person',
});

export const recordRepresentative = endpoint({
  method: 'POST',
  status: 201,
  path: 'people/:id/representatives',
  summary: 'Enter who decides for a person.',
  may: peoplePermissions.change,
  params,
  body: representativeInputSchema,
  response: representativeSchema,
  problems: [notFound],
  touches: 'person',
});

export const endRepresentative = endpoint({
  method: 'POST',
  path: 'people/:id/representatives/end',
  summary: 'Say that somebody no longer decides for a person. What they agreed to stays in force until it is revoked.',
  may: peoplePermissions.change,
  params,
  body: z.strictObject({ representativeId: idSchema }),
  response: z.object({ ended: z.boolean() }),
  problems: [notFound],
  touches: 'person',
});
