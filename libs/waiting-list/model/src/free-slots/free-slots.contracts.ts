import { slotModeSchema } from '@lotse/calendar/model';
import { serviceCategorySchema } from '@lotse/directory/model';
import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { offerInPast, slotGone } from '../offering.rules';
import { waitingListEntrySchema } from '../waiting-list-entry';
import { waitingListPermissions } from '../waiting-list.contracts';
import { slotFitsSomebody } from './free-slots.rules';

export const freeSlotPermissions = permissions('freeSlot', 'read', 'publish');

/** A free slot as others in the county see it: when, what, how and where. It leads to nobody, and names no clinician. */
export const freeSlotSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  mode: slotModeSchema,
  serviceId: idSchema,
  serviceName: z.string(),
  category: serviceCategorySchema,
  organisationId: idSchema,
  organisationName: z.string(),
  municipalityName: z.string(),
  languages: z.array(z.string()),
  ageFrom: z.number().int(),
  ageTo: z.number().int().nullable(),
  /** Whether referrals can be sent to it with Lotse; if not, one calls. */
  acceptsReferrals: z.boolean(),
  phone: z.string().nullable(),
  /** Whether the own organisation has a service of the same kind. */
  isOfOwnKind: z.boolean(),
  isOwn: z.boolean(),
  /** Since when the services of the county see it; null while only those who coordinate do. */
  publishedAt: z.iso.datetime().nullable(),
  /** Since when those who coordinate know that it fits nobody on its own list; only they are told. */
  pooledAt: z.iso.datetime().nullable(),
});
export type FreeSlot = z.output<typeof freeSlotSchema>;

const byId = z.strictObject({ id: idSchema });

export const readFreeSlots = endpoint({
  method: 'GET',
  path: 'free-slots',
  summary:
    'Free slots of the county that fit nobody on their own list and were published, by start; those who coordinate see the ones they may publish as well.',
  may: freeSlotPermissions.read,
  query: z.strictObject({
    ...pageQuery,
    /** Those of one service only. */
    serviceId: idSchema.optional(),
    /** Those of the service that a referral lies with. */
    referralId: idSchema.optional(),
  }),
  response: pageOf(freeSlotSchema),
});

const turn = <const Path extends 'publish' | 'unpublish'>(path: Path, summary: string) =>
  endpoint({
    method: 'POST',
    path: `slots/:id/${path}` as const,
    summary,
    may: freeSlotPermissions.publish,
    params: byId,
    response: freeSlotSchema,
    problems: [notFound, slotGone, offerInPast, slotFitsSomebody],
    versioned: true,
  });

export const publishSlot = turn(
  'publish',
  'Show the services of the county that a slot is free: by the clinic when nobody on its list fits, or by those who coordinate once they know of it. Whoever joins the list and fits is offered it.',
);
export const unpublishSlot = turn('unpublish', 'Show it to the services of the county no longer. It stays free.');

export const readWhoWouldFit = endpoint({
  method: 'GET',
  path: 'free-slots/:id/who-would-fit',
  summary:
    'Who of the own lists of the same kind a published slot of another clinic would fit, in the order of these lists; they are handed on by a referral.',
  may: waitingListPermissions.read,
  params: byId,
  response: z.object({
    slot: notAboutThePerson(freeSlotSchema),
    people: z.array(
      z.object({
        entry: waitingListEntrySchema,
        serviceName: notAboutThePerson(z.string()),
        /** Whether a release names the clinic that has the slot; without one nobody is handed on. */
        isReleased: z.boolean(),
      }),
    ),
    /** Whether only the first of more people are shown. */
    isCut: z.boolean(),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});
