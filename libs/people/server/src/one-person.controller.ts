import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import {
  answerDuplicate,
  countDuplicates,
  createPseudonymous,
  endRepresentative,
  findDuplicates,
  identifyPerson,
  joinHousehold,
  leaveHousehold,
  mergePeople,
  previewMerge,
  readDuplicates,
  readHousehold,
  readMerges,
  readRepresentatives,
  recordRepresentative,
  shareContact,
  undoMerge,
  type Household,
  type MergePreview,
  type Person,
  type Representative,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { Duplicates } from './duplicates/duplicates';
import { Households } from './household/households';
import { MergePeople } from './merge/merge-people';
import { ReadMerges } from './merge/read-merges';
import { UndoMerge } from './merge/undo-merge';
import { Pseudonyms } from './pseudonym/pseudonyms';
import { Representatives } from './representatives/representatives';

/** One record for one person, and who belongs to them. */
@Controller()
export class OnePersonController {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly mergePeople: MergePeople,
    private readonly merges: ReadMerges,
    private readonly undoMerge: UndoMerge,
    private readonly households: Households,
    private readonly representatives: Representatives,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  @Serves(findDuplicates)
  find(
    @Current() transaction: Transaction,
    @Body({ schema: findDuplicates.body }) body: BodyOf<typeof findDuplicates>,
  ): Promise<AnswerOf<typeof findDuplicates>> {
    return this.duplicates.find(transaction, body);
  }

  @Serves(countDuplicates)
  count(
    @Current() transaction: Transaction,
    @Body({ schema: countDuplicates.body }) { ids }: BodyOf<typeof countDuplicates>,
  ): Promise<AnswerOf<typeof countDuplicates>> {
    return this.duplicates.count(transaction, ids);
  }

  @Serves(readDuplicates)
  of(
    @Current() transaction: Transaction,
    @Param({ schema: readDuplicates.params }) { id }: ParamsOf<typeof readDuplicates>,
  ): Promise<AnswerOf<typeof readDuplicates>> {
    return this.duplicates.of(transaction, id);
  }

  @Serves(answerDuplicate)
  async answer(
    @Current() transaction: Transaction,
    @Param({ schema: answerDuplicate.params }) { id }: ParamsOf<typeof answerDuplicate>,
    @Body({ schema: answerDuplicate.body }) { otherId }: BodyOf<typeof answerDuplicate>,
  ): Promise<AnswerOf<typeof answerDuplicate>> {
    await this.duplicates.areDifferent(transaction, id, [otherId]);
    return { answered: true };
  }

  @Serves(undoMerge)
  undo(
    @Current() transaction: Transaction,
    @Param({ schema: undoMerge.params }) { id }: ParamsOf<typeof undoMerge>,
  ): Promise<AnswerOf<typeof undoMerge>> {
    return this.undoMerge.run(transaction, id);
  }

  @Serves(previewMerge)
  preview(
    @Current() transaction: Transaction,
    @Param({ schema: previewMerge.params }) { id, otherId }: ParamsOf<typeof previewMerge>,
  ): Promise<MergePreview> {
    return this.merges.preview(transaction, id, otherId);
  }

  @Serves(mergePeople)
  merge(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: mergePeople.params }) { id }: ParamsOf<typeof mergePeople>,
    @Body({ schema: mergePeople.body }) body: BodyOf<typeof mergePeople>,
  ): Promise<AnswerOf<typeof mergePeople>> {
    return this.mergePeople.run(transaction, id, version, body);
  }

  @Serves(readMerges)
  merged(
    @Current() transaction: Transaction,
    @Param({ schema: readMerges.params }) { id }: ParamsOf<typeof readMerges>,
  ): Promise<AnswerOf<typeof readMerges>> {
    return this.merges.of(transaction, id);
  }

  @Serves(readHousehold)
  household(
    @Current() transaction: Transaction,
    @Param({ schema: readHousehold.params }) { id }: ParamsOf<typeof readHousehold>,
  ): Promise<Household> {
    return this.households.of(transaction, id);
  }

  @Serves(joinHousehold)
  join(
    @Current() transaction: Transaction,
    @Param({ schema: joinHousehold.params }) { id }: ParamsOf<typeof joinHousehold>,
    @Body({ schema: joinHousehold.body }) body: BodyOf<typeof joinHousehold>,
  ): Promise<Household> {
    return this.households.join(transaction, id, body);
  }

  @Serves(leaveHousehold)
  leave(
    @Current() transaction: Transaction,
    @Param({ schema: leaveHousehold.params }) { id }: ParamsOf<typeof leaveHousehold>,
  ): Promise<Household> {
    return this.households.leave(transaction, id);
  }

  @Serves(shareContact)
  share(
    @Current() transaction: Transaction,
    @Param({ schema: shareContact.params }) { id }: ParamsOf<typeof shareContact>,
  ): Promise<Household> {
    return this.households.shareContact(transaction, id);
  }

  @Serves(readRepresentatives)
  readRepresentatives(
    @Current() transaction: Transaction,
    @Param({ schema: readRepresentatives.params }) { id }: ParamsOf<typeof readRepresentatives>,
  ): Promise<AnswerOf<typeof readRepresentatives>> {
    return this.representatives.of(transaction, id);
  }

  @Serves(recordRepresentative)
  recordRepresentative(
    @Current() transaction: Transaction,
    @Param({ schema: recordRepresentative.params }) { id }: ParamsOf<typeof recordRepresentative>,
    @Body({ schema: recordRepresentative.body }) body: BodyOf<typeof recordRepresentative>,
  ): Promise<Representative> {
    return this.representatives.record(transaction, id, body);
  }

  @Serves(endRepresentative)
  endRepresentative(
    @Current() transaction: Transaction,
    @Param({ schema: endRepresentative.params }) { id }: ParamsOf<typeof endRepresentative>,
    @Body({ schema: endRepresentative.body }) { representativeId }: BodyOf<typeof endRepresentative>,
  ): Promise<AnswerOf<typeof endRepresentative>> {
    return this.representatives.end(transaction, id, representativeId);
  }

  @Serves(createPseudonymous)
  pseudonymous(
    @Current() transaction: Transaction,
    @Body({ schema: createPseudonymous.body }) body: BodyOf<typeof createPseudonymous>,
  ): Promise<Person> {
    return this.pseudonyms.create(transaction, body);
  }

  @Serves(identifyPerson)
  identify(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: identifyPerson.params }) { id }: ParamsOf<typeof identifyPerson>,
    @Body({ schema: identifyPerson.body }) body: BodyOf<typeof identifyPerson>,
  ): Promise<Person> {
    return this.pseudonyms.identify(transaction, id, version, body);
  }
}
