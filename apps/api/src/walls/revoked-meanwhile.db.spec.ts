import { addCalendarDays, calendarDayOf, type Endpoint } from '@lotse/kernel';
import { findPeople, readDuplicates, readPerson, readReleases, revokeRelease } from '@lotse/people/model';
import {
  exportReferrals,
  previewReferral,
  readAttachments,
  readChanges,
  readLegs,
  readLetters,
  readQuestions,
  readReferral,
  readReferralActs,
  readReferrals,
  suspendReferral,
} from '@lotse/referral/model';
import type { CallArguments } from '@lotse/server-kit/testing';
import { readEntry, readOffers, readWaitingList } from '@lotse/waiting-list/model';
import { wallStory, type Referred, type WallStory } from '../ways-out/wall-story';

/** How often somebody reads, and how many at a time. */
const [rounds, readers] = [6, 8];

describe('a release that is revoked while others read', () => {
  let story: WallStory;

  beforeAll(async () => {
    story = await wallStory();
  });
  afterAll(() => story.stop());

  /** Everything that a clinic has on its screens about somebody. */
  const looks = ({ personId, referralId, entryId }: Referred, familyName: string): [Endpoint, CallArguments<Endpoint>][] => [
    [readReferral, { params: { id: referralId } }],
    [readPerson, { params: { id: personId } }],
    [findPeople, { query: { text: familyName } as never }],
    [readReferrals, { query: { box: 'inbox', state: 'waitlisted' } as never }],
    [readQuestions, { params: { id: referralId } }],
    [readAttachments, { params: { id: referralId } }],
    [readChanges, { params: { id: referralId } }],
    [readLegs, { params: { id: referralId } }],
    [readLetters, { params: { id: referralId } }],
    [readReferralActs, { params: { id: referralId } }],
    [readReleases, { params: { id: personId } }],
    [readDuplicates, { params: { id: personId } }],
    [readEntry, { params: { id: entryId } }],
    [readWaitingList, { params: { id: story.county.service } }],
    [readOffers, {}],
    [exportReferrals, { query: { ids: referralId, format: 'json' } as never }],
  ];

  // @req ASVS 5.0.0-8.3.2
  it('shows what it showed or nothing, breaks nothing, and nothing from the moment on in which it was revoked', async () => {
    const wrong: string[] = [];
    const seen = { before: 0, after: 0 };
    for (let round = 0; round < rounds; round++) {
      const familyName = `Wankel${'aeiou'[round % 5]}${round}`;
      const referred = await story.refers(familyName);
      let isRevoked = false;
      const read = async ([contract, given]: [Endpoint, CallArguments<Endpoint>]) => {
        const begunAfter = isRevoked;
        const answer = await story.raw(story.county.intake, contract, given);
        const shows = answer.includes(familyName) || answer.includes('F32.1');
        seen[begunAfter ? 'after' : 'before'] += shows ? 1 : 0;
        if ((begunAfter && shows) || answer.includes('"code":"unexpected"')) wrong.push(`${contract.path}: ${answer.slice(0, 200)}`);
      };
      const reading = async (first: number) => {
        const ways = looks(referred, familyName);
        let after = 0;
        for (let turn = first; after < ways.length; turn++) {
          after += isRevoked ? 1 : 0;
          await read(ways[turn % ways.length]!);
        }
      };
      const revoking = async () => {
        await read(looks(referred, familyName)[0]!);
        const { status } = await story.server.as(story.county.gp).call(revokeRelease, {
          params: { id: referred.releaseId },
          version: 1,
          body: { how: 'phone' },
        });
        expect(status).toBe(200);
        isRevoked = true;
      };
      await Promise.all([revoking(), ...Array.from({ length: readers }, (_, index) => reading(index))]);
    }
    expect(wrong).toEqual([]);
    expect(seen.before).toBeGreaterThan(rounds);
    expect(seen.after).toBe(0);
  });

  it('an act that meets it is done before it or not at all', async () => {
    for (let round = 0; round < rounds; round++) {
      const referred = await story.refers(`Wankelmut${'aeiou'[round % 5]}`);
      const { version } = await story.server.as(story.county.intake).get(readReferral, { params: { id: referred.referralId } });
      const [revoked, ...acts] = await Promise.all([
        story.server.as(story.county.gp).call(revokeRelease, { params: { id: referred.releaseId }, version: 1, body: { how: 'phone' } }),
        ...Array.from({ length: 3 }, () =>
          story.server.as(story.county.intake).call(suspendReferral, {
            params: { id: referred.referralId },
            version,
            body: { reason: 'away', reviewOn: addCalendarDays(calendarDayOf(new Date()), 30) },
          }),
        ),
      ]);
      expect(revoked.status).toBe(200);
      expect(acts.filter(({ status }) => status >= 500)).toEqual([]);
      const late = await story.raw(story.county.intake, previewReferral, { params: { id: referred.referralId } });
      expect(late).not.toContain('Wankelmut');
      const open = await story.database.query(
        `select 'grant' as what, g::text as row from access_grant g where person_id = $1 and organisation_id = $2 and (valid_until is null or valid_until > now())
         union all select 'offer', o::text from slot_offer o where referral_id = $3 and state in ('deferred', 'sent')`,
        [referred.personId, story.county.clinic, referred.referralId],
      );
      expect(open).toEqual([]);
    }
  });
});
