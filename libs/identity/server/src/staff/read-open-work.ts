import { holds, type readOpenWork, type Role } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { HandOver } from '../hand-over/hand-over';
import { ReadColleagues } from '../colleagues/read-colleagues';
import { Members } from './members';

/** What somebody would leave behind, and who could take it over. */
@Injectable()
export class ReadOpenWork {
  constructor(
    private readonly members: Members,
    private readonly handOver: HandOver,
    private readonly readColleagues: ReadColleagues,
  ) {}

  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readOpenWork>> {
    await this.members.load(transaction, id);
    const items = await this.handOver.countOf(transaction, id);
    const needs = this.handOver.needs(items);
    const mayReceive = (roles: readonly Role[]) => needs.every((permission) => holds(roles, permission));
    const colleagues = items.length > 0 ? await this.readColleagues.run(transaction) : [];
    const receivers = colleagues.filter((colleague) => colleague.id !== id && mayReceive(colleague.roles));
    return { items, receivers: receivers.map(({ id, displayName }) => ({ id, displayName })) };
  }
}
