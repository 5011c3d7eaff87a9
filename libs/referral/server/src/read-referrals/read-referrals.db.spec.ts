import { createPerson, changePerson } from '@lotse/people/model';
import { readReferrals, referralSortSchema, startTriage, withdrawReferral, type Box, type ReferralRow } from '@lotse/referral/model';
import { referralStory, type ReferralStory } from '../testing/referral-story';

const urgencies = ['routine', 'very_urgent', 'soon', 'urgent', 'acute_treatment'];
const names = ['Özdemir', 'Maier', 'Albrecht', 'Straßer', 'Strasser', 'Zeller', 'Obermann'];

describe('worklists', () => {
  let story: ReferralStory;
  beforeAll(async () => {
    story = await referralStory();
    for (const [index, familyName] of names.entries()) {
      const sent = await story.sends({ urgency: urgencies[index % urgencies.length] });
      const person = await story.practice.get(createPerson, { body: { familyName, givenName: 'Ida', birthDate: '1980-02-03' } });
      await story.database.query('update referral set person_id = $2 where id = $1', [sent.id, person.id]);
      await story.database.query('update access_grant set person_id = $2 where referral_id = $1', [sent.id, person.id]);
    }
    const ended = await story.sends();
    await story.does(ended, withdrawReferral, { reason: 'recovered' }, story.practice);
  });
  afterAll(() => story.stop());

  const callerOf = (box: Box) => (box === 'inbox' ? story.clinic : story.practice);
  type Query = { box: Box; sort?: ReferralRow['state'] | string; state?: string };

  async function pages({ box, ...query }: Query, limit: number): Promise<ReferralRow[]> {
    const rows: ReferralRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await callerOf(box).get(readReferrals, { query: { box, limit, ...query, ...(cursor ? { cursor } : {}) } as never });
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return rows;
  }

  const everywhere = (['inbox', 'sent'] as const).flatMap((box) => referralSortSchema.options.map((sort) => [box, sort] as const));

  it.each(everywhere)('%s by %s: small pages are the large one, and turned round it is the reverse', async (box, sort) => {
    const ids = async (order: string, limit: number, state?: string) =>
      (await pages({ box, sort: order, ...(state ? { state } : {}) }, limit)).map(({ id }) => id);
    const whole = await ids(sort, 100);
    expect(whole).toHaveLength(names.length);
    expect(await ids(sort, 2)).toEqual(whole);
    const turned = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
    expect(await ids(turned, 3)).toEqual([...whole].reverse());
    const withEnded = await ids(sort, 3, 'requested,withdrawn');
    expect(new Set(withEnded).size).toBe(names.length + 1);
  });

  it('by name as German lists are: Ö with O, ß as ss; and after somebody married', async () => {
    const inOrder = async () => (await pages({ box: 'inbox', sort: 'person' }, 4)).map(({ personName }) => personName.split(',')[0]!);
    const order = await inOrder();
    expect(order.slice(0, 4)).toEqual(['Albrecht', 'Maier', 'Obermann', 'Özdemir']);
    expect(order.slice(4, 6).sort()).toEqual(['Strasser', 'Straßer']);
    const [maier] = (await pages({ box: 'sent', sort: 'person' }, 100)).filter(({ personName }) => personName.startsWith('Maier'));
    await story.practice.get(changePerson, { params: { id: maier!.personId }, version: 1, body: { familyName: 'Äbert' } });
    expect((await inOrder())[0]).toBe('Äbert');
  });

  it('says what a receiver would ask back for', async () => {
    const sent = await story.sends({ medication: 'keine' });
    // The clinic was given no contact details: it does not learn that there are none.
    expect((await story.look(sent)).missing).toEqual(['kvnr']);
    expect((await story.look(sent, story.practice)).missing).toEqual(['phone', 'kvnr']);
    await story.database.query(`update person set phone = '07622 1', kvnr = 'A123456780' where id = $1`, [sent.personId]);
    await story.database.query(`update access_grant set valid_until = now() + interval '13 days' where referral_id = $1`, [sent.id]);
    expect([(await story.look(sent)).missing, (await story.look(sent, story.practice)).missing]).toEqual([
      ['release_ends'],
      ['release_ends'],
    ]);
    await story.does(sent, startTriage);
    await story.does(sent, withdrawReferral, { reason: 'recovered' }, story.practice);
    expect((await story.look(sent, story.practice)).missing).toEqual([]);
  });

  it('promise 10: an order or a cursor that does not exist is refused by its field', async () => {
    const refused = async (query: object) =>
      (await story.clinic.call(readReferrals, { query: { box: 'inbox', ...query } as never })).problem.fields[0]!.field;
    expect(await refused({ sort: 'shoe' })).toBe('sort');
    expect(await refused({ cursor: 'x' })).toBe('cursor');
    expect(await refused({ assignee: 'everybody' })).toBe('assignee');
  });

  // @req ASVS 5.0.0-1.2.4
  it('what is typed is only ever a value: no sign of it is part of a statement or of a pattern', async () => {
    const found = async (text: string) =>
      (await story.practice.get(readReferrals, { query: { box: 'sent', text, limit: 100 } })).items.map(({ personName }) => personName);
    expect(await found('Zell')).toHaveLength(1);
    for (const text of ['%', '_eller', `' or true --`, `'; drop table referral; --`, `$1`, '\\', '"'])
      expect(await found(text)).toEqual([]);
  });
});
