import {
  adviceLifecycle,
  adviceNeedsRelease,
  answerByInPast,
  ownService,
  refusedTexts,
  unknownAskedService,
  type askAdvice,
  type askCapacity,
} from '@lotse/advice/model';
import { Services, type ServiceFacts } from '@lotse/directory/server';
import { calendarDayOf, instantAt, newId, Refusal, refuse, type BodyOf } from '@lotse/kernel';
import { coversReferral } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import * as statements from '../advice-statements';
import { AdviceThreads } from '../advice-threads';

type Advice = BodyOf<typeof askAdvice>;
type Capacity = BodyOf<typeof askCapacity>;

/** Asks before anybody is referred: one service for advice, or several for room. */
@Injectable()
export class AskEnquiry {
  constructor(
    private readonly people: People,
    private readonly services: Services,
    private readonly threads: AdviceThreads,
  ) {}

  async advice(transaction: Transaction, body: Advice): Promise<{ id: string; version: number }> {
    const [service] = await this.asked(transaction, [body.serviceId]);
    if (body.personId) await this.covered(transaction, body.personId, service!.organisationId);
    else refuse(refusedTexts(textsOf(body), body.isChecked));
    return this.begin(transaction, 'advice', body.personId, [service!], body.answerBy, [
      body.question,
      body.diagnosis,
      body.certainty,
      body.medication,
      body.triedSoFar,
      body.urgency,
      body.personId ? null : body.age,
      body.personId ? null : body.postcode,
      null,
      null,
    ]);
  }

  async capacity(transaction: Transaction, body: Capacity): Promise<{ id: string; version: number }> {
    refuse(refusedTexts({ diagnosis: body.diagnosis, needs: body.needs }, body.isChecked));
    const asked = await this.asked(transaction, [...new Set(body.serviceIds)]);
    const { diagnosis, certainty, urgency, age, postcode, category, needs } = body;
    const values = [null, diagnosis, certainty, null, null, urgency, age, postcode, category, needs];
    return this.begin(transaction, 'capacity', null, asked, body.answerBy, values);
  }

  private async begin(
    transaction: Transaction,
    kind: 'advice' | 'capacity',
    personId: string | null,
    asked: readonly ServiceFacts[],
    answerBy: string,
    content: readonly unknown[],
  ): Promise<{ id: string; version: number }> {
    refuse(answerBy < calendarDayOf(new Date()) ? answerByInPast() : undefined);
    const id = newId();
    const dueAt = instantAt(answerBy, '17:00');
    const values = [id, kind, personId, ...content, answerBy, dueAt];
    const { reference } = (await transaction.row<{ reference: string }>('enquiry.begin', statements.begin, values))!;
    const state = adviceLifecycle.initial;
    for (const { id: serviceId, organisationId } of asked) {
      const threadId = newId();
      transaction.send('advice.open', statements.open, [threadId, id, personId, organisationId, serviceId, state, dueAt]);
      const sides = { askerOrganisationId: transaction.actor.organisationId, providerOrganisationId: organisationId };
      const record = {
        id: threadId,
        enquiryId: id,
        personId,
        serviceId,
        state,
        dueAt,
        kind,
        reference,
        providerSees: true,
        version: 0,
        ...sides,
      };
      this.threads.write(transaction, record, 'ask', state, null);
    }
    return { id, version: 1 };
  }

  /** The services that are asked: of this region, and not one's own. */
  private async asked(transaction: Transaction, ids: readonly string[]): Promise<ServiceFacts[]> {
    const found = await Promise.all(ids.map((id) => this.services.find(transaction, id)));
    if (found.some((service) => service === undefined)) throw new Refusal(unknownAskedService());
    refuse(found.some((service) => service!.organisationId === transaction.actor.organisationId) ? ownService() : undefined);
    return found as ServiceFacts[];
  }

  /** Somebody is named only to whom a release names. */
  private async covered(transaction: Transaction, personId: string, organisationId: string): Promise<void> {
    await this.people.own(transaction, personId);
    const releases = await this.people.releases(transaction, personId);
    refuse(coversReferral(releases, organisationId, calendarDayOf(new Date())) ? undefined : adviceNeedsRelease());
  }
}

const textsOf = ({ question, diagnosis, medication, triedSoFar }: Advice) => ({ question, diagnosis, medication, triedSoFar });
