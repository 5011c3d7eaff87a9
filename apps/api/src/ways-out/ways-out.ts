import { readEnquiries, readEnquiry } from '@lotse/advice/model';
import type { AnswerOf } from '@lotse/kernel';
import {
  changePerson,
  createPerson,
  createPseudonymous,
  endBreakGlass,
  exportAccesses,
  findDuplicates,
  findPeople,
  identifyPerson,
  openBreakGlass,
  printAccesses,
  printEverything,
  readDuplicates,
  readEmergencyFacts,
  readPerson,
  readReleases,
  readRevocationEffects,
  recordRelease,
  recordReleases,
  revokeRelease,
  type Release,
} from '@lotse/people/model';
import {
  downloadAttachment,
  exportReferrals,
  finishAttachment,
  previewReferral,
  readAttachments,
  readOpenQuestions,
  readQuestions,
  readReferral,
  readReferrals,
  sendAttachmentPart,
  startAttachment,
} from '@lotse/referral/model';
import { changedSince } from './ways-of-changes';
import { waysOfCare } from './ways-of-care';
import { waysOfLists } from './ways-of-lists';
import { waysOfOffers } from './ways-of-offers';
import { waysOfFeeds } from './ways-of-feeds';
import { waysOfLetters } from './ways-of-letters';
import { releaseTo, type WallStory } from './wall-story';

/** Goes one way out as the clinic and answers all that came out of it. */
export type WayOut = (story: WallStory) => Promise<string[]>;

/** Both people: the one of whom the clinic knows something, and the one whose release was revoked. */
const ofBoth = (story: WallStory, id: 'personId' | 'referralId' | 'releaseId', ask: (id: string) => Promise<string>): Promise<string[]> =>
  Promise.all([story.referred, story.revoked].map((one) => ask(one[id])));

/** The practice attaches something that was not released, under a name that says what. */
async function attached(story: WallStory): Promise<{ referralId: string; id: string }> {
  const { referralId } = await story.refers('Muster');
  const text = Buffer.from('Kanarienakte: Kanarienmittel 50 mg');
  const practice = story.server.as(story.county.gp);
  const body = { name: 'Kanarienakte.txt', size: text.length, part: 'notes' as const };
  const { id } = await practice.get(startAttachment, { params: { id: referralId }, body });
  await practice.get(sendAttachmentPart, { params: { id }, body: { offset: 0, data: text.toString('base64') } });
  await practice.get(finishAttachment, { params: { id }, body: {} });
  return { referralId, id };
}

/** Every contract whose answer has labelled fields. A test fails when the routes have one that is not here. */
export const waysOut: Readonly<Record<string, WayOut>> = {
  'GET referrals/:id/changes': changedSince,
  'GET people/:id': (story) => ofBoth(story, 'personId', (id) => story.raw(story.county.intake, readPerson, { params: { id } })),
  'GET people': async ({ raw, county }) => [
    await raw(county.intake, findPeople, { query: { text: 'muster' } }),
    await raw(county.intake, findPeople, { query: { text: 'widerruf' } }),
    await raw(county.intake, findPeople, { query: { birthDate: '1970-05-03' } }),
  ],
  'POST people': async ({ raw, county }) => {
    const body = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03' };
    return [await raw(county.intake, createPerson, { body })];
  },
  'POST people/duplicates': async ({ raw, county }) => {
    const body = { givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 4711', street: 'Kanarienweg 7', postcode: '79669' };
    const answers = ['Muster', 'Widerruf'].map((familyName) => raw(county.intake, findDuplicates, { body: { ...body, familyName } }));
    return Promise.all(answers);
  },
  'GET people/:id/duplicates': (story) =>
    ofBoth(story, 'personId', (id) => story.raw(story.county.intake, readDuplicates, { params: { id } })),
  'POST people/pseudonymous': async ({ raw, county }) => [await raw(county.intake, createPseudonymous, { body: { age: 42 } })],
  'POST people/:id/identify': (story) =>
    ofBoth(story, 'personId', (id) => {
      const body = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03' };
      return story.raw(story.county.intake, identifyPerson, { params: { id }, version: 1, body });
    }),
  'PATCH people/:id': (story) =>
    ofBoth(story, 'personId', (id) =>
      story.raw(story.county.intake, changePerson, { params: { id }, version: 1, body: { language: 'en' } }),
    ),
  'GET people/:id/releases': (story) => ofBoth(story, 'personId', (id) => story.raw(story.county.intake, readReleases, { params: { id } })),
  'POST people/:id/releases': (story) =>
    ofBoth(story, 'personId', (id) => story.raw(story.county.intake, recordRelease, { params: { id }, body: ofClinic(story) })),
  'POST people/:id/releases/several': (story) =>
    ofBoth(story, 'personId', (id) => {
      const { recipientOrganisationId: organisationId, ...terms } = ofClinic(story);
      return story.raw(story.county.intake, recordReleases, { params: { id }, body: { ...terms, recipients: [{ organisationId }] } });
    }),
  'POST releases/:id/revoke': async (story) => {
    const params = { id: story.referred.personId };
    const given = JSON.parse(await story.raw(story.county.intake, recordRelease, { params, body: ofClinic(story) })) as Release;
    const revoke = (id: string) => story.raw(story.county.intake, revokeRelease, { params: { id }, version: 1, body: { how: 'phone' } });
    return [await revoke(given.id), ...(await ofBoth(story, 'releaseId', revoke))];
  },
  'GET people/:id/accesses/file': (story) =>
    ofBoth(story, 'personId', (id) => story.raw(story.county.intake, exportAccesses, { params: { id } })),
  'GET people/:id/everything/print': (story) =>
    ofBoth(story, 'personId', (id) => story.raw(story.county.intake, printEverything, { params: { id } })),
  'GET people/:id/accesses/print': (story) =>
    ofBoth(story, 'personId', (id) => story.raw(story.county.intake, printAccesses, { params: { id } })),
  'GET break-glass/:id/facts': async ({ raw, county }) => {
    const who = { familyName: 'Widerruf', birthDate: '1970-05-03' };
    const body = { reason: 'other' as const, explanation: 'Nur für diese Probe geöffnet.', parts: ['identity' as const], who };
    const { opened } = JSON.parse(await raw(county.intake, openBreakGlass, { body })) as AnswerOf<typeof openBreakGlass>;
    const params = { id: opened!.id };
    const facts = await raw(county.intake, readEmergencyFacts, { params });
    await raw(county.intake, endBreakGlass, { params });
    return [facts];
  },
  'GET releases/:id/effects': (story) =>
    ofBoth(story, 'releaseId', (id) => story.raw(story.county.intake, readRevocationEffects, { params: { id } })),
  'GET referrals': async ({ raw, county }) => {
    const query = { box: 'inbox', state: 'accepted,waitlisted,offered,withdrawn' } as const;
    const texts = [undefined, 'muster', 'kanarien', 'widerruf', '07622'];
    return Promise.all(
      texts.map((text) => raw(county.intake, readReferrals, { query: { ...query, ...(text ? { text } : {}), sort: 'person' } })),
    );
  },
  'GET referrals/:id': (story) => ofBoth(story, 'referralId', (id) => story.raw(story.county.intake, readReferral, { params: { id } })),
  'GET referrals/:id/questions': async (story) => {
    await story.answersQuestions();
    return ofBoth(story, 'referralId', (id) => story.raw(story.county.intake, readQuestions, { params: { id } }));
  },
  'GET questions': async (story) => {
    await story.answersQuestions();
    return [
      await story.raw(story.county.intake, readOpenQuestions, { query: { box: 'asked' } }),
      await story.raw(story.county.intake, readOpenQuestions, { query: { box: 'to-answer' } }),
    ];
  },
  ...waysOfFeeds,
  ...waysOfLetters,
  'GET referrals/:id/attachments': async (story) => {
    const { referralId } = await attached(story);
    return [await story.raw(story.county.intake, readAttachments, { params: { id: referralId } })];
  },
  'GET attachments/:id/file': async (story) => {
    const { id } = await attached(story);
    return [await story.raw(story.county.intake, downloadAttachment, { params: { id } })];
  },
  'GET enquiries': async (story) => {
    await story.asksAdvice();
    return [await story.raw(story.county.intake, readEnquiries, { query: { box: 'received' } })];
  },
  'GET enquiries/:id': async (story) => [await story.raw(story.county.intake, readEnquiry, { params: { id: await story.asksAdvice() } })],
  'GET referrals/:id/preview': (story) =>
    ofBoth(story, 'referralId', (id) => story.raw(story.county.intake, previewReferral, { params: { id } })),
  'GET referrals/export': ({ raw, county, referred, revoked }) =>
    Promise.all(
      [{ box: 'inbox', state: 'waitlisted,offered' } as const, { ids: `${referred.referralId},${revoked.referralId}` }].flatMap((which) =>
        (['csv', 'json'] as const).map((format) => raw(county.intake, exportReferrals, { query: { ...which, format } })),
      ),
    ),
  ...waysOfLists,
  ...waysOfCare,
  ...waysOfOffers,
};

/** What the clinic itself releases of what it knows: its own words are no canaries. */
const ofClinic = ({ county }: WallStory) => ({
  ...releaseTo(county.otherClinic, ['identity', 'diagnosis']),
  evidence: null,
  representative: null,
});
