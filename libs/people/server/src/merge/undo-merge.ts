import { notFound, Refusal, type AnswerOf, type ProblemKind } from '@lotse/kernel';
import { cannotMerge, mergedOn, mergeUndone, type undoMerge } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const find = 'select kept_id as "keptId", merged_id as "otherId" from person_merge where id = $1';

const refusals: Readonly<Record<string, ProblemKind>> = {
  nobody: notFound,
  again: mergeUndone,
  merged_on: mergedOn,
  conflict: cannotMerge,
};

/** Makes two records of one again. */
@Injectable()
export class UndoMerge {
  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof undoMerge>> {
    const found = await transaction.row<{ keptId: string; otherId: string }>('merge.find', find, [id]);
    if (!found) throw new Refusal(notFound());
    const answer = await transaction.row<{ result: string }>('people.undo-merge', 'select undo_merge($1) as result', [id]);
    const refused = refusals[answer!.result];
    if (refused) throw new Refusal(refused());
    for (const personId of [found.keptId, found.otherId])
      transaction.record({ kind: 'act', verb: 'people.undoMerge', subject: 'person', subjectId: found.keptId, personId });
    const audience = [transaction.actor.organisationId];
    transaction.announce({ name: 'MergeUndone', subject: 'person', subjectId: found.keptId, version: 0, audience });
    return found;
  }
}
