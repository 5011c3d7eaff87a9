import { notFound, Refusal, type AnswerOf, type QueryOf } from '@lotse/kernel';
import { dataPartSchema, hiddenParts, shownTo, type DataPart } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import {
  answerOf,
  answerSchema,
  partOfPiece,
  questionRowSchema,
  questionThreadsSchema,
  refusedTakeBack,
  type QuestionMessage,
  type QuestionPiece,
  type QuestionRow,
  type QuestionThread,
  type readOpenQuestions,
  type readQuestions,
  type SentFile,
  type SentFiles,
} from '@lotse/referral/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { QuestionThreads } from './question-threads';

type ThreadRow = Omit<QuestionThread, 'messages' | 'points' | 'takeBackUntil'> & {
  messages: (Omit<QuestionMessage, 'files'> & { hasStep: boolean; files: (SentFile & { isOwn: boolean })[] | null })[] | null;
  points: { id: string; piece: QuestionPiece; text: string; askedIn: string; settledIn: string | null; answer: string | null }[] | null;
};

const parties = `
  json_build_object('organisationId', t.asker_organisation_id, 'organisationName', a.name) as asker,
  json_build_object('organisationId', t.answerer_organisation_id, 'organisationName', b.name) as answerer`;
const tables = `question_thread t join organisation a on a.id = t.asker_organisation_id join organisation b on b.id = t.answerer_organisation_id`;

const ofReferral = `
  select r.person_id as "personId", r.referrer_organisation_id as "referrerOrganisationId", ${partsOfReferral('r')} as parts,
    (select string_agg(coalesce(array_to_string(g.parts, ' '), '*'), ' ') from access_grant g
     where g.organisation_id = r.recipient_organisation_id and g.person_id = r.person_id and g.basis <> 'break_glass'
       and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and (g.referral_id = r.id or (g.referral_id is null and g.granted_by_organisation_id = r.referrer_organisation_id))) as given
  from referral r where r.id = $1`;

const threads = `
  select t.id, t.referral_id as "referralId", t.kind, ${parties}, t.moves_referral as "movesReferral", t.due_on::text as "dueOn",
    t.is_open as "isOpen", t.version,
    (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'organisationId', m.organisation_id, 'organisationName', o.name,
       'staffName', s.display_name, 'at', m.at, 'text', m.text, 'hasStep', m.step_id is not null, 'files',
       (select json_agg(json_build_object('id', f.id, 'name', f.name, 'part', f.part, 'kind', f.kind, 'size', f.size, 'state', f.state,
          'isOwn', f.organisation_id = current_organisation()) order by f.created_at, f.id)
        from attachment f where f.message_id = m.id)) order by m.at, m.id)
     from question_message m join organisation o on o.id = m.organisation_id join staff s on s.id = m.staff_id
     where m.thread_id = t.id and m.taken_back_at is null) as messages,
    (select json_agg(json_build_object('id', p.id, 'piece', p.piece, 'text', p.text, 'askedIn', p.asked_in, 'settledIn', p.settled_in,
       'answer', p.answer) order by p.position)
     from question_point p join question_message m on m.id = p.asked_in and m.taken_back_at is null where p.thread_id = t.id) as points
  from ${tables} where t.referral_id = $1 order by t.created_at, t.id`;

interface OfReferral {
  personId: string;
  referrerOrganisationId: string;
  parts: string | null;
  given: string | null;
}

type Row = Omit<QuestionRow, 'hidden'> & { parts: string | null };

const rows = (box: 'to-answer' | 'asked') => `
  select t.id, t.referral_id as "referralId", r.reference, p.family_name || ', ' || p.given_name as "personName", s.name as "serviceName",
    ${parties}, t.moves_referral as "movesReferral", t.due_on::text as "dueOn", t.version, counted.points, counted.open as "openPoints",
    counted.text, ${partsOfReferral('r')} as parts
  from ${tables} join referral r on r.id = t.referral_id join person p on p.id = r.person_id left join service s on s.id = r.service_id
  cross join lateral (select count(*)::int as points, count(*) filter (where q.settled_in is null)::int as open,
      (array_agg(q.text order by q.position) filter (where q.settled_in is null))[1] as text
    from question_point q join question_message m on m.id = q.asked_in and m.taken_back_at is null where q.thread_id = t.id) counted
  where t.is_open and t.${box === 'asked' ? 'asker' : 'answerer'}_organisation_id = current_organisation()
    and r.state not in ('closed', 'withdrawn', 'entered_in_error')
    and r.recipient_organisation_id in (t.asker_organisation_id, t.answerer_organisation_id)
    and ($1::date is null or (t.due_on, t.id) > ($1, $2::uuid))
  order by t.due_on, t.id limit $3`;

/** Threads of a referral, and the worklist of what is open; each cut to what the reader was given. */
@Injectable()
export class ReadQuestions {
  constructor(private readonly threads: QuestionThreads) {}

  async run(transaction: Transaction, referralId: string): Promise<AnswerOf<typeof readQuestions>> {
    const [referral, found] = await Promise.all([
      transaction.row<OfReferral>('question.referral', ofReferral, [referralId]),
      transaction.rows<ThreadRow>('question.threads', threads, [referralId]),
    ]);
    if (!referral) throw new Refusal(notFound());
    const parts = partsFrom(referral.parts);
    const isOwn = referral.referrerOrganisationId === transaction.actor.organisationId;
    transaction.shows({ people: [referral.personId], parts: parts ?? undefined, basis: isOwn ? 'own' : `leg:${referralId}` });
    const items = found.filter(({ messages }) => messages !== null).map((row) => this.threadOf(row, transaction.actor.organisationId));
    const withheld = isOwn ? hiddenParts(answerSchema, partsFrom(referral.given ?? '')) : [];
    return shownTo(questionThreadsSchema, { items, withheld }, parts);
  }

  async open(transaction: Transaction, query: QueryOf<typeof readOpenQuestions>): Promise<AnswerOf<typeof readOpenQuestions>> {
    const { box, limit, cursor } = query;
    const [dueOn, id] = readCursor(cursor, 2);
    transaction.planOnce();
    const found = await transaction.rows<Row>(`questions.${box}`, rows(box), [dueOn, id, limit + 1]);
    return asPage(
      found,
      limit,
      (row) => [row.dueOn, row.id],
      ({ parts, ...row }) => shownTo(questionRowSchema, row, partsFrom(parts)),
    );
  }

  private threadOf({ messages, points, ...row }: ThreadRow, reader: string): QuestionThread {
    const last = messages!.at(-1)!;
    const until = new Date(Date.parse(last.at) + this.threads.holdSeconds * 1000);
    const facts = { kind: last.kind, at: new Date(last.at), isLast: !last.hasStep };
    const mayTakeBack = last.organisationId === reader && !refusedTakeBack(facts, this.threads.holdSeconds, new Date());
    return {
      ...row,
      messages: messages!.map(({ hasStep: _, files, ...message }) => ({
        ...message,
        at: new Date(message.at).toISOString(),
        files: byPart(files ?? []),
      })),
      points: (points ?? []).map(({ answer, ...point }) => ({
        ...point,
        part: partOfPiece[point.piece],
        answer: answerOf(point.piece, answer),
      })),
      takeBackUntil: mayTakeBack ? until.toISOString() : null,
    };
  }
}

/** What one sent oneself, and what one was sent by the kind of information it holds. */
function byPart(files: readonly (SentFile & { isOwn: boolean })[]): SentFiles {
  const all = files.map(({ isOwn, ...file }) => ({ isOwn, file }));
  const received = (part: DataPart) => all.flatMap(({ isOwn, file }) => (!isOwn && file.part === part ? [file] : []));
  return {
    own: all.flatMap(({ isOwn, file }) => (isOwn ? [file] : [])),
    received: Object.fromEntries(dataPartSchema.options.map((part) => [part, received(part)])) as SentFiles['received'],
  };
}
