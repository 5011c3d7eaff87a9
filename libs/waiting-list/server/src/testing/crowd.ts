import type { ListStory } from './list-story';

/** The same referral again and again, with what the clinic may see of it, and a place for each. */
const copies = `
  with template as (select r.*, e.id as entry_id from waiting_list_entry e join referral r on r.id = e.referral_id limit 1),
  referrals as (
    insert into referral select copy.* from template t cross join generate_series(1, $1) n,
      jsonb_populate_record(null::referral, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid(), 'reference', 'Z-C' || n)) copy
    returning id),
  grants as (
    insert into access_grant select copy.* from access_grant g join template t on t.id = g.referral_id cross join referrals r,
      jsonb_populate_record(null::access_grant, to_jsonb(g) || jsonb_build_object('id', gen_random_uuid(), 'referral_id', r.id, 'basis_id', r.id)) copy
    returning id)
  insert into waiting_list_entry select copy.* from waiting_list_entry e join template t on t.entry_id = e.id cross join referrals r,
    jsonb_populate_record(null::waiting_list_entry, to_jsonb(e) || jsonb_build_object('id', gen_random_uuid(), 'referral_id', r.id)) copy`;

/** Puts so many entries of one person on the list, each of a referral of its own, and answers their ids. */
export async function crowd(story: ListStory, count: number): Promise<string[]> {
  await story.joins(1);
  await story.database.query(copies, [count - 1]);
  return (await story.database.query<{ id: string }>('select id from waiting_list_entry order by id')).map(({ id }) => id);
}
