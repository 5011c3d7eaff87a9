import { notOneself, openWork, refusedAsLast, unknownReceiver, type disableStaff } from '@lotse/identity/model';
import { invalidState, refuse, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { HandOver } from '../hand-over/hand-over';
import { Members, type Member } from './members';
import { ReadOpenWork } from './read-open-work';

const disable = 'update staff set disabled_at = now(), version = version + 1 where id = $1';
const endDeputyships = `
  update deputyship set ended_at = now(), ended_by = current_staff()
  where (absent_id = $1 or deputy_id = $1) and organisation_id = current_organisation() and ended_at is null`;

/** Closes an account. The open work goes first, everything in one transaction: nobody is left without somebody who cares. */
@Injectable()
export class DisableStaff {
  constructor(
    private readonly members: Members,
    private readonly handOver: HandOver,
    private readonly readOpenWork: ReadOpenWork,
  ) {}

  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { workTo }: BodyOf<typeof disableStaff>,
  ): Promise<AnswerOf<typeof disableStaff>> {
    const member = await this.members.loadAt(transaction, id, version);
    await this.refuseUnlessPossible(transaction, member, workTo);
    const handedOver = workTo ? await this.handOver.run(transaction, id, workTo === 'team' ? null : workTo) : 0;
    transaction.send('staff.disable', disable, [id]);
    transaction.send('staff.end-deputyships', endDeputyships, [id]);
    const ended = await transaction.row<{ count: number }>('staff.end-sessions', 'select end_sessions_of($1) as count', [id]);
    this.members.changed(transaction, id, 'staff.disable', handedOver);
    return { id, version: version + 1, handedOver, sessionsEnded: ended!.count };
  }

  private async refuseUnlessPossible(transaction: Transaction, member: Member, workTo: string | undefined): Promise<void> {
    const { id } = member;
    if (member.disabledAt) throw new Refusal(invalidState({ context: { state: 'disabled' } }));
    if (id === transaction.actor.staffId) throw new Refusal(notOneself());
    refuse(refusedAsLast(member.roles, [], await this.members.otherAdministrators(transaction, id)));
    const { items, receivers } = await this.readOpenWork.run(transaction, id);
    if (items.length > 0 && !workTo) throw new Refusal(openWork({ context: { items } }));
    const isKnown = workTo === undefined || workTo === 'team' || items.length === 0 || receivers.some((one) => one.id === workTo);
    if (!isKnown) throw new Refusal(unknownReceiver());
  }
}
