import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { changePerson } from '@lotse/people/model';
import { urgencies } from '@lotse/region/model';
import type { Caller } from '@lotse/server-kit/testing';
import {
  beginPause,
  changeWishes,
  isUnchecked,
  noWishes,
  readWaitingList,
  startListChecks,
  waitingSortSchema,
  type WaitingListEntry,
} from '@lotse/waiting-list/model';
import { crowd } from '../testing/crowd';
import { listStory, type ListStory } from '../testing/list-story';

const people = 24;
const turned = waitingSortSchema.options.filter((sort) => sort.startsWith('-'));

/** Dates, targets, bands and names of which several are the same. */
const standApart = `
  update waiting_list_entry e set received_at = now() - make_interval(days => (g.n * 7) % 40), target_days = (array[2, 14, 84])[1 + g.n % 3],
    band = 1 + g.n % 5, urgency = ($2::text[])[2 + g.n % 5], 
    last_validated_at = now() - make_interval(days => 78 + (g.n % 9)), state = (array['waiting', 'waiting', 'waiting', 'suspended'])[1 + g.n % 4]
  from (select id, n::int from unnest($1::uuid[]) with ordinality as x (id, n)) g where e.id = g.id`;

/** Afterwards: the database gives them the name of their person whenever they are written. */
const nameApart = `
  update waiting_list_entry e set person_sort = (array['adler', 'baum', 'zorn'])[1 + g.n % 3]
  from (select id, n::int from unnest($1::uuid[]) with ordinality as x (id, n)) g where e.id = g.id`;

describe('a waiting list in other orders, and cut down', () => {
  let story: ListStory;
  let clinic: Caller;
  let ids: string[];
  let byRank: readonly WaitingListEntry[];

  beforeAll(async () => {
    story = await listStory();
    clinic = story.server.as(story.county.intake);
    ids = await crowd(story, people);
    await story.database.query(standApart, [ids, urgencies]);
    await story.database.query(nameApart, [ids]);
    byRank = await whole();
  });
  afterAll(() => story.server.stop());

  async function whole(query: object = {}, limit = 100): Promise<WaitingListEntry[]> {
    const shown: WaitingListEntry[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await clinic.get(readWaitingList, {
        params: { id: story.county.service },
        query: { limit, ...query, ...(cursor ? { cursor } : {}) },
      });
      shown.push(...page.items);
      if (!page.nextCursor) return shown;
      cursor = page.nextCursor;
    }
  }
  const versionOf = async (table: string, id: string): Promise<number> =>
    (await story.database.query<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]!.version;
  const idsOf = (entries: readonly WaitingListEntry[]) => entries.map(({ id }) => id);

  it.each(turned)('%s: small pages are the large one, turned round it is the reverse, and ranks stay what they are', async (sort) => {
    const up = await whole({ sort: sort.slice(1) });
    expect(idsOf(await whole({ sort: sort.slice(1) }, 5))).toEqual(idsOf(up));
    expect(idsOf(await whole({ sort }, 7))).toEqual([...idsOf(up)].reverse());
    const ranks = new Map(byRank.map(({ id, rank }) => [id, rank]));
    expect(up.map(({ rank }) => rank)).toEqual(up.map(({ id }) => ranks.get(id)));
    expect(up).toHaveLength(people);
  });

  it('goes by what each order says', async () => {
    const inOrder = async (sort: string, keyOf: (entry: WaitingListEntry) => number) => {
      const keys = (await whole({ sort })).map(keyOf);
      expect(keys).toEqual([...keys].sort((one, other) => one - other));
    };
    const days = (at: string) => Math.floor(Date.parse(at) / 60_000);
    await inOrder('received', ({ receivedAt }) => days(receivedAt));
    await inOrder('target', ({ receivedAt, reason }) => days(receivedAt) + reason.targetDays * 1440);
    await inOrder('checked', ({ lastValidatedAt }) => days(lastValidatedAt));
  });

  it.each([{ urgency: 'urgent' }, { urgency: 'soon,routine' }, { checks: 'unchecked' }, { urgency: 'soon,routine', checks: 'unchecked' }])(
    '%j leaves those out whom it does not mean, in every order, each with the rank in the whole list',
    async (filter) => {
      const wanted = byRank.filter(
        ({ urgency, lastValidatedAt }) =>
          (!filter.urgency || filter.urgency.split(',').includes(urgency)) &&
          (!filter.checks || isUnchecked(new Date(lastValidatedAt), new Date())),
      );
      expect(wanted.length).toBeGreaterThan(0);
      const shown = await whole(filter, 3);
      expect(shown.map(({ id, rank }) => [id, rank])).toEqual(wanted.map(({ id, rank }) => [id, rank]));
      expect(idsOf(await whole({ ...filter, sort: '-name' }, 3)).sort()).toEqual(idsOf(wanted).sort());
    },
  );

  it('finds who is in a pause today, and who is being asked', async () => {
    const today = calendarDayOf(new Date());
    const [paused, later, asked] = byRank.filter(({ state }) => state === 'waiting');
    const pause = (entry: WaitingListEntry, startsOn: string) =>
      clinic.get(beginPause, {
        params: { id: entry.id },
        version: entry.version,
        body: { startsOn, endsOn: addCalendarDays(today, 20), reason: 'away', note: null },
      });
    await pause(paused!, today);
    await pause(later!, addCalendarDays(today, 10));
    await clinic.get(startListChecks, { params: { id: story.county.service }, body: { entryIds: [asked!.id] } });
    expect(idsOf(await whole({ paused: 'true' }))).toEqual([paused!.id]);
    expect(await whole({ paused: 'false', sort: 'received' }, 10)).toHaveLength(people - 1);
    const [found] = await whole({ checks: 'asked' });
    expect(found).toMatchObject({ id: asked!.id, openCheck: 'validation' });
    expect(byRank.find(({ id }) => id === asked!.id)!.openCheck).toBeNull();
  });

  it('follows a name that changes', async () => {
    const person = await story.joins(3);
    const change = { params: { id: person.personId }, version: await versionOf('person', person.personId), body: { familyName: 'Äpfel' } };
    await story.server.as(story.county.gp).get(changePerson, change);
    const place = (await whole({ sort: 'name' })).findIndex(({ id }) => id === person.entryId);
    expect(place).toBe(people / 3);
  });

  it('finds somebody by name in every order, with the rank in the whole list, and by the number of the referral', async () => {
    const { entryId, referralId } = await story.joins(4);
    const personId = (await story.database.query<{ person_id: string }>('select person_id from referral where id = $1', [referralId]))[0]!
      .person_id;
    const change = {
      params: { id: personId },
      version: await versionOf('person', personId),
      body: { familyName: 'Özgül', givenName: 'Şule' },
    };
    await story.server.as(story.county.gp).get(changePerson, change);
    const { rank } = (await whole()).find(({ id }) => id === entryId)!;
    const [{ reference }] = (await story.database.query<{ reference: string }>('select reference from referral where id = $1', [
      referralId,
    ])) as [{ reference: string }];
    const found = async (text: string, sort = 'rank') => (await whole({ text, sort }, 3)).map((entry) => [entry.id, entry.rank]);
    for (const sort of waitingSortSchema.options) expect(await found('ozg', sort)).toEqual([[entryId, rank]]);
    expect(await found('Özgül, Ş')).toEqual([[entryId, rank]]);
    expect(await found('şule')).toEqual([[entryId, rank]]);
    expect(await found(reference.toLowerCase())).toEqual([[entryId, rank]]);
    expect(await found('ozh')).toEqual([]);
    // So many of that name that the list is read in its order.
    await story.database.query(
      `insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex)
       select gen_random_uuid(), region_id, organisation_id, 'Ozgan ' || n, 'Ida', birth_date, 'female' from person, generate_series(1, 1000) n where id = $1`,
      [personId],
    );
    for (const sort of waitingSortSchema.options) expect(await found('ozg', sort)).toEqual([[entryId, rank]]);
  });

  it('has those for whom the service would do as well', async () => {
    const [other] = await story.database.query<{ id: string }>(
      `insert into service select s.* from service x, jsonb_populate_record(null::service, to_jsonb(x) || jsonb_build_object('id', gen_random_uuid(), 'name', 'Tagesklinik')) s
       where x.id = $1 returning id`,
      [story.county.service],
    );
    const entry = byRank.find(({ state }) => state === 'waiting')!;
    await clinic.get(changeWishes, {
      params: { id: entry.id },
      version: await versionOf('waiting_list_entry', entry.id),
      body: { wishes: noWishes, shortNotice: true, minimumNoticeHours: 24, furtherServiceIds: [other!.id] },
    });
    for (const sort of ['rank', 'received', '-name', 'target']) {
      const page = await clinic.get(readWaitingList, { params: { id: other!.id }, query: { sort } as never });
      expect(page.items.map(({ id, rank }) => [id, rank])).toEqual([[entry.id, 1]]);
    }
  });

  it('promise 10: an order, a filter or a cursor that does not exist is refused by its field', async () => {
    const refused = async (query: object) =>
      (await clinic.call(readWaitingList, { params: { id: story.county.service }, query: query as never })).problem.fields[0]!.field;
    expect(await refused({ sort: 'shoe' })).toBe('sort');
    expect(await refused({ checks: 'perhaps' })).toBe('checks');
    const { nextCursor } = await clinic.get(readWaitingList, { params: { id: story.county.service }, query: { limit: 2 } });
    expect(await refused({ sort: 'name', cursor: nextCursor })).toBe('cursor');
  });
});
