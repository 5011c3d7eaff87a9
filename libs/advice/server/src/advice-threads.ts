import {
  adviceCustodianOf,
  adviceDueAt,
  adviceLifecycle,
  adviceMoved,
  refusedByAdviceSide,
  refusedByAdviceState,
  type AdviceAct,
  type AdviceMoved,
  type AdviceState,
} from '@lotse/advice/model';
import { newId, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import * as statements from './advice-statements';

/** What acts need to know of an enquiry at one service. */
export interface AdviceRecord {
  id: string;
  enquiryId: string;
  personId: string | null;
  askerOrganisationId: string;
  providerOrganisationId: string;
  serviceId: string;
  state: AdviceState;
  dueAt: Date | null;
  version: number;
  kind: 'advice' | 'capacity';
  reference: string;
  /** Whether the service may see it now; nothing is told there when it may not. */
  providerSees: boolean;
}

export interface MovedAdvice {
  id: string;
  enquiryId: string;
  state: AdviceState;
  version: number;
  referralId: string | null;
}

/** The key of the task that reminds whoever has it; another due date makes another one. */
export const adviceReminderOf = (id: string, dueAt: Date): string => `advice:${id}:${dueAt.toISOString()}`;

/** The one place where an enquiry at a service changes its state. */
@Injectable()
export class AdviceThreads {
  constructor(
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  /** Loads and locks it; refuses when somebody changed it since the caller looked. */
  async load(transaction: Transaction, id: string, version: number): Promise<AdviceRecord> {
    const found = await transaction.row<AdviceRecord>('advice.load', statements.load, [id]);
    if (!found) throw new Refusal(notFound());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version, state: found.state } }));
    return found;
  }

  /** Why an act is not possible for whoever acts. */
  refuse(transaction: Transaction, record: AdviceRecord, act: AdviceAct): void {
    refuse(refusedByAdviceState(record.state, act) ?? refusedByAdviceSide(act, transaction.actor.organisationId, record));
  }

  /** Moves it along its life: state, custodian, due date, message, chronicle, event. Refuses by state and by side. */
  async move(transaction: Transaction, record: AdviceRecord, act: AdviceAct, text: string | null = null): Promise<MovedAdvice> {
    this.refuse(transaction, record, act);
    const to = adviceLifecycle.next(record.state, act)!;
    const settings = await this.regions.settings(transaction);
    transaction.send('advice.move', statements.move, [
      record.id,
      to,
      ...custodyIn(to, record, adviceDueAt(new Date(), workingDaysOf(settings))),
    ]);
    if (record.dueAt) this.tasks.finish(transaction, adviceReminderOf(record.id, record.dueAt));
    this.write(transaction, record, act, to, text);
    return { id: record.id, enquiryId: record.enquiryId, state: to, version: record.version + 1, referralId: null };
  }

  /** Writes what every step leaves behind: the message, a line in the chronicle, the event. */
  write(transaction: Transaction, record: AdviceRecord, act: AdviceAct | 'ask', to: AdviceState, text: string | null): void {
    const { id, enquiryId, personId, reference, askerOrganisationId, providerOrganisationId } = record;
    transaction.send('advice.message', statements.message, [newId(), id, personId, act, text]);
    transaction.record({ kind: 'act', verb: `advice.${act}`, subject: 'enquiry', subjectId: enquiryId, personId });
    const payload: AdviceMoved = { adviceId: id, enquiryId, reference, act, to, askerOrganisationId, providerOrganisationId };
    const audience = record.providerSees ? [askerOrganisationId, providerOrganisationId] : [askerOrganisationId];
    transaction.tell({ name: adviceMoved, subject: 'enquiry', subjectId: enquiryId, version: record.version + 1, audience, payload });
  }
}

/** Custodian, their organisation, and until when; nobody and nothing at the end. */
function custodyIn(to: AdviceState, record: AdviceRecord, dueAt: Date): unknown[] {
  const custodian = adviceCustodianOf[to];
  if (custodian === 'nobody') return [custodian, null, null];
  return [custodian, custodian === 'referrer' ? record.askerOrganisationId : record.providerOrganisationId, dueAt];
}
