import { Slots } from '@lotse/calendar/server';
import { daysAfter } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { slotPooled } from '@lotse/waiting-list/model';
import { Inject, Injectable } from '@nestjs/common';
import { concernedWith } from './concerned';

const due = `select slot_id as id, organisation_id as "organisationId", region_id as "regionId" from slots_for_pool(100)`;

interface DueSlot {
  id: string;
  organisationId: string;
  regionId: string;
}

/**
 * Tells those who coordinate the county of slots that fit nobody on their own list: a task for their team, which names the slot and nobody who
 * waits. It is work; nothing is given away, and nothing ends. Any number of processes may do it.
 */
@Injectable()
export class SlotsToPool {
  constructor(
    private readonly database: Database,
    private readonly slots: Slots,
    private readonly tasks: Tasks,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run(): Promise<void> {
    const found = await this.database.asSystem((transaction) => transaction.rows<DueSlot>('free-slots.to-pool', due));
    await seeToEach('slot', found, this.log, ({ id, ...owner }) => this.database.asOrganisation(owner, (of) => this.one(of, id)));
  }

  private async one(transaction: Transaction, id: string): Promise<void> {
    const slot = await this.slots.load(transaction, id);
    if (!(await this.slots.pooled(transaction, slot))) return;
    const { concerned: payload, serviceName } = await concernedWith(transaction, slot);
    for (const organisationId of payload.coordinatingOrganisationIds) {
      this.tasks.open(transaction, {
        key: `slot_in_pool:${id}:${slot.version}:${organisationId}`,
        kind: 'slot_in_pool',
        subject: 'slot',
        subjectId: id,
        organisationId,
        dueAt: new Date(Math.min(daysAfter(slot.now, 1).getTime(), slot.startsAt.getTime())),
        facts: { service: serviceName, startsAt: slot.startsAt.toISOString() },
      });
    }
    const audience = [slot.organisationId, ...payload.coordinatingOrganisationIds];
    transaction.tell({ name: slotPooled, subject: 'slot', subjectId: id, version: slot.version, audience, payload });
  }
}
