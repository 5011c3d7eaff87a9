import { newId, notFound, Refusal, refuse, versionStale, type AnswerOf, type BodyOf, type ProblemKind } from '@lotse/kernel';
import { bothHeld, cannotMerge, mergedAlready, otherIsStale, type mergePeople, type MergeField } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { columnOf, ownPair } from './own-pair';

const merge = 'select merge_people($1, $2, $3, $4) as result';

const refusals: Readonly<Record<string, ProblemKind>> = { nobody: mergedAlready, held: bothHeld, conflict: cannotMerge };

/** The reason of a wrong check digit belongs to its number. */
const columnsOf = (fields: readonly MergeField[]): string[] => [
  ...new Set(fields.flatMap((field) => (field === 'kvnr' ? ['kvnr', 'kvnr_override_reason'] : [columnOf[field]]))),
];

/** Makes one record of two of the own organisation: the database moves whatever leads to the other one, in one statement. */
@Injectable()
export class MergePeople {
  async run(
    transaction: Transaction,
    id: string,
    version: number,
    body: BodyOf<typeof mergePeople>,
  ): Promise<AnswerOf<typeof mergePeople>> {
    const { otherId, otherVersion, fields } = body;
    const { kept, other } = await ownPair(transaction, id, otherId);
    if (kept.version !== version) throw new Refusal(versionStale({ context: { version: kept.version } }));
    refuse(other.version === otherVersion ? undefined : otherIsStale({ context: { version: other.version } }));
    // Somebody without a name has nothing to take: what is kept of them besides is about right only.
    refuse(kept.pseudonym === null && (other.pseudonym === null || fields.length === 0) ? undefined : notFound());
    const mergeId = newId();
    const answer = await transaction.row<{ result: string }>('people.merge', merge, [mergeId, id, otherId, columnsOf(fields)]);
    const refused = refusals[answer!.result];
    if (refused) throw new Refusal(refused());
    for (const personId of [id, otherId])
      transaction.record({ kind: 'act', verb: 'people.merge', subject: 'person', subjectId: id, personId });
    transaction.announce({
      name: 'PeopleMerged',
      subject: 'person',
      subjectId: id,
      version: version + 1,
      audience: [transaction.actor.organisationId],
    });
    return { mergeId, id, version: version + 1 };
  }
}
