import { calendarDayOf, notFound, Refusal, type AnswerOf, type BodyOf, type QueryOf } from '@lotse/kernel';
import {
  alreadyReviewed,
  type BreakGlassReview,
  type readBreakGlassAtOurs,
  type readBreakGlassReviews,
  type reviewBreakGlass,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { reviewTask } from './open-break-glass';
import { referenceOf } from './break-glass-rows';

const columns = `
  b.id, ${referenceOf('b.id')} as reference, b.opened_at as "openedAt", least(coalesce(b.ended_at, b.valid_until), b.valid_until) as "endedAt",
  s.display_name as "staffName", o.name as "organisationName", w.name as "ownerName", b.reason, b.parts, b.review_due_on::text as "reviewDueOn",
  b.reviewed_at as "reviewedAt", b.review_result as result`;
const tables = `
  break_glass b join staff s on s.id = b.staff_id join organisation o on o.id = b.organisation_id
  left join organisation w on w.id = b.owner_organisation_id`;

const atOurs = `
  select ${columns}, b.person_id as "personId" from ${tables}
  where b.owner_organisation_id = current_organisation() order by b.opened_at desc limit 100`;

const of = {
  open: 'b.person_id is not null and b.reviewed_at is null order by b.review_due_on, b.opened_at',
  done: 'b.reviewed_at is not null order by b.reviewed_at desc, b.id desc',
  nobody: 'b.person_id is null order by b.opened_at desc',
} as const;

const reviews = (state: keyof typeof of) => `
  select ${columns}, b.explanation, v.display_name as "reviewedByName", b.review_note as note, looks_in_emergency(b.id) as looks
  from ${tables} left join staff v on v.id = b.reviewed_by
  where reviews_for(b.organisation_id, b.owner_organisation_id) and ${of[state]} limit 200`;

const review = `
  update break_glass set reviewed_at = now(), reviewed_by = current_staff(), review_result = $2, review_note = $3
  where id = $1 and reviewed_at is null and person_id is not null`;

type Row = Omit<BreakGlassReview, 'openedAt' | 'endedAt' | 'reviewedAt' | 'isOverdue'> &
  Record<'openedAt' | 'endedAt', Date> & { reviewedAt: Date | null };

const inText = <Given extends Pick<Row, 'openedAt' | 'endedAt' | 'reviewedAt'>>({ openedAt, endedAt, reviewedAt, ...rest }: Given) => ({
  ...rest,
  openedAt: openedAt.toISOString(),
  endedAt: endedAt.toISOString(),
  reviewedAt: reviewedAt?.toISOString() ?? null,
});

/** Accesses in an emergency as those see them whose people they were about, and as the data-protection officer reviews them. */
@Injectable()
export class ReviewBreakGlass {
  constructor(private readonly tasks: Tasks) {}

  async atOurs(transaction: Transaction): Promise<AnswerOf<typeof readBreakGlassAtOurs>> {
    const rows = await transaction.rows<Row & { personId: string }>('break-glass.at-ours', atOurs);
    transaction.shows({ people: [...new Set(rows.map(({ personId }) => personId))], parts: [], basis: 'own' });
    return { items: rows.map(inText) };
  }

  async read(transaction: Transaction, { state }: QueryOf<typeof readBreakGlassReviews>): Promise<AnswerOf<typeof readBreakGlassReviews>> {
    const rows = await transaction.rows<Row>(`break-glass.reviews.${state}`, reviews(state));
    const today = calendarDayOf(new Date());
    return { items: rows.map((row) => ({ ...inText(row), isOverdue: row.reviewedAt === null && row.reviewDueOn < today })) };
  }

  async run(transaction: Transaction, id: string, { result, note }: BodyOf<typeof reviewBreakGlass>): Promise<{ id: string }> {
    const found = await transaction.row<{ isReviewed: boolean; personId: string; isOwn: boolean }>(
      'break-glass.to-review',
      `select reviewed_at is not null as "isReviewed", person_id as "personId", staff_id = current_staff() as "isOwn" from break_glass
       where id = $1 and person_id is not null and reviews_for(organisation_id, owner_organisation_id)`,
      [id],
    );
    if (!found || found.isOwn) throw new Refusal(notFound());
    if (found.isReviewed || (await transaction.change('break-glass.review', review, [id, result, note])) === 0)
      throw new Refusal(alreadyReviewed());
    const { personId } = found;
    this.tasks.finish(transaction, reviewTask(id), result);
    transaction.record({
      kind: 'act',
      verb: 'breakGlass.review',
      subject: 'break-glass',
      subjectId: id,
      personId,
      parts: [],
      basis: 'administration',
    });
    return { id };
  }
}
