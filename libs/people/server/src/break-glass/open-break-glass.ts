import { addWorkingDays, type AnswerOf, type BodyOf, calendarDayOf, instantAt, newId, Refusal } from '@lotse/kernel';
import {
  breakGlassLimitADay,
  breakGlassOpened,
  emergencyPartSchema,
  reviewWithinWorkingDays,
  tooOften,
  type ExactlyWho,
  type openBreakGlass,
} from '@lotse/people/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { asBreakGlass, breakGlassColumns, type BreakGlassRow } from './break-glass-rows';

interface Outcome {
  status: 'limit' | 'nobody' | 'several' | 'visible' | 'opened';
  id: string | null;
  personId: string | null;
  ownerOrganisationId: string | null;
}

const open = `
  select status, id, person_id as "personId", owner_organisation_id as "ownerOrganisationId"
  from open_break_glass($1, $2, $3, $4, $5, $6, $7, $8, $9, ${breakGlassLimitADay})`;

const opened = `select ${breakGlassColumns} from break_glass b where b.id = $1`;

const today = 'select emergencies_today(current_staff()) as count';

const reviewer = 'select reviewer_of_break_glass($1, $2) as id';

/** The key of the task that an access makes; its review ends it. */
export const reviewTask = (breakGlassId: string): string => `break-glass-review:${breakGlassId}`;

const namesOf = (who: ExactlyWho): (string | null)[] =>
  'kvnr' in who ? [null, null, null, who.kvnr] : [who.familyName, who.givenName ?? null, who.birthDate, null];

/**
 * Opens the record of somebody in an emergency (§ 34 StGB). The reason comes first; a person is found only by exactly who they are, so it is
 * no search; an attempt that finds nobody counts and is seen like any other.
 */
@Injectable()
export class OpenBreakGlass {
  constructor(
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, body: BodyOf<typeof openBreakGlass>): Promise<AnswerOf<typeof openBreakGlass>> {
    const { reason, explanation, who } = body;
    const parts = emergencyPartSchema.options.filter((part) => part === 'identity' || body.parts.includes(part));
    const settings = await this.regions.settings(transaction);
    const due = addWorkingDays(calendarDayOf(new Date()), reviewWithinWorkingDays, workingDaysOf(settings));
    const outcome = await transaction.row<Outcome>('break-glass.open', open, [
      ...[newId(), reason, explanation, parts],
      ...namesOf(who),
      due,
    ]);
    if (!outcome || outcome.status === 'limit') throw new Refusal(tooOften());
    const { status, id, personId } = outcome;
    const result = status === 'opened' ? 'done' : 'nothing';
    const basis = id ? `break_glass:${id}` : undefined;
    transaction.record({ kind: 'act', verb: 'breakGlass.open', subject: 'person', subjectId: personId, personId, parts, basis, result });
    const row = status === 'opened' ? await transaction.row<BreakGlassRow>('break-glass.opened', opened, [id]) : undefined;
    if (row) {
      this.tell(transaction, row, outcome.ownerOrganisationId!);
      await this.openReview(transaction, row, outcome.ownerOrganisationId!, due);
    }
    const { count } = (await transaction.row<{ count: number }>('break-glass.today', today))!;
    return { status, personId, opened: row ? asBreakGlass(row) : null, left: Math.max(0, breakGlassLimitADay - count) };
  }

  /** Somebody looks at every access, and within three working days: it is work for one team. */
  private async openReview(transaction: Transaction, { id, reference }: BreakGlassRow, owner: string, due: string): Promise<void> {
    const found = await transaction.row<{ id: string | null }>('break-glass.reviewer', reviewer, [transaction.actor.organisationId, owner]);
    if (!found?.id) return;
    this.tasks.open(transaction, {
      key: reviewTask(id),
      kind: 'break_glass_review',
      subject: 'break-glass',
      subjectId: id,
      organisationId: found.id,
      dueAt: instantAt(due, '18:00'),
      facts: { reference },
    });
  }

  private tell(transaction: Transaction, { id, reference }: BreakGlassRow, ownerOrganisationId: string): void {
    transaction.tell({
      name: breakGlassOpened,
      subject: 'break-glass',
      subjectId: id,
      version: 1,
      audience: [ownerOrganisationId, transaction.actor.organisationId],
      payload: { breakGlassId: id, reference },
    });
  }
}
