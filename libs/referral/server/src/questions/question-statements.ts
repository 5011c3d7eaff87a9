/** The statements that change threads; only `QuestionThreads` sends them. */
export const load = `
  select t.id, t.referral_id as "referralId", t.kind, t.asker_organisation_id as "askerOrganisationId",
    t.answerer_organisation_id as "answererOrganisationId", t.moves_referral as "movesReferral", t.is_open as "isOpen", t.version
  from question_thread t where t.id = $1 for update`;

export const begin = `
  insert into question_thread (id, region_id, referral_id, kind, asker_organisation_id, answerer_organisation_id, moves_referral, due_on, is_open)
  values ($1, current_region(), $2, $3, current_organisation(), $4, $5, $6, $3 = 'question')`;

/** A step that came with a message is the last one of the referral. */
export const message = `
  insert into question_message (id, region_id, referral_id, thread_id, kind, organisation_id, staff_id, text, step_id)
  values ($1, current_region(), $2, $3, $4, current_organisation(), current_staff(), $5,
    case when $6 then (select s.id from referral_step s where s.referral_id = $2 order by s.at desc, s.id desc limit 1) end)`;

export const point = `
  insert into question_point (id, region_id, referral_id, thread_id, position, piece, text, asked_in)
  select $1, current_region(), $2, $3, coalesce(max(p.position), 0) + 1, $4, $5, $6 from question_point p where p.thread_id = $3`;

/** Points that wait for an answer. */
const isOpen = `p.settled_in is null and exists (select from question_message m where m.id = p.asked_in and m.taken_back_at is null)`;

export const openPoints = `select p.id, p.piece from question_point p where p.thread_id = $1 and ${isOpen} order by p.position`;

export const settle = `update question_point set settled_in = $2, answer = $3 where id = $1`;
/** What a message has settled is open again. */
export const unsettle = `update question_point set settled_in = null, answer = null where settled_in = $1`;

export const touch = `
  update question_thread t set updated_at = now(), version = version + 1, due_on = coalesce($2, due_on), moves_referral = coalesce($3, moves_referral),
    reminded = case when $2::date is null then reminded end,
    is_open = exists (select from question_point p where p.thread_id = t.id and ${isOpen})
  where t.id = $1 returning is_open as "isOpen", version, due_on::text as "dueOn"`;

export const takeBack = `update question_message set taken_back_at = now() where id = $1`;

export const lastMessage = `
  select m.id, m.kind, m.at, m.organisation_id as "organisationId", m.step_id is not null as "hasStep"
  from question_message m where m.thread_id = $1 and m.taken_back_at is null order by m.at desc, m.id desc limit 1`;

/** Threads the referral waits for, with points that are open. */
export const stillWaited = `
  select count(*)::int as count from question_thread t
  where t.referral_id = $1 and t.is_open and t.moves_referral and t.id <> coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')`;

export const openThreads = `
  select t.id from question_thread t where t.referral_id = $1 and t.is_open and t.moves_referral order by t.created_at for update`;

/** Files that were uploaded for a thread go out with an answer to it. */
export const sendFiles = `
  update attachment set message_id = $2 where id = any ($3) and thread_id = $1 and message_id is null and state in ('clean', 'unscanned')
    and organisation_id = current_organisation() returning id`;
