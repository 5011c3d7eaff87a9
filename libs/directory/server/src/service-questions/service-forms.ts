import { formSchemaOf, questionsOf, type FormSchema, type ServiceForm, type ServiceQuestion } from '@lotse/directory/model';
import { newId, notFound, Refusal, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row {
  version: number;
  schema: FormSchema;
  changedAt: Date;
  changedBy: string;
}

const newest = `
  select f.version, f.schema, f.changed_at as "changedAt", s.display_name as "changedBy" from service_form f join staff s on s.id = f.changed_by
  where f.service_id = $1 and f.version = coalesce($2, f.version) order by f.version desc limit 1`;

const known = 'select id from service where id = $1 and region_id = current_region()';
/** Two who change it at the same time go one after the other. */
const own = `
  select id, pg_advisory_xact_lock(hashtextextended(id::text, 30))::text from service where id = $1 and organisation_id = current_organisation()`;

const insert = `
  insert into service_form (id, region_id, organisation_id, service_id, version, schema, changed_by)
  values ($1, current_region(), current_organisation(), $2, $3, $4, current_staff())`;

const nothing: FormSchema = formSchemaOf([]);

/** What services ask besides what every referral says, in versions that never change. */
@Injectable()
export class ServiceForms {
  async read(transaction: Transaction, serviceId: string, version?: number): Promise<ServiceForm> {
    if (!(await transaction.row('service.known', known, [serviceId]))) throw new Refusal(notFound());
    const found = version === 0 ? undefined : await this.row(transaction, serviceId, version);
    if (version && !found) throw new Refusal(notFound());
    return asForm(serviceId, found);
  }

  /** The questions of a version, or of the newest; none where there is none. */
  async questions(
    transaction: Transaction,
    serviceId: string,
    version?: number,
  ): Promise<{ version: number; questions: ServiceQuestion[] }> {
    const found = await this.row(transaction, serviceId, version);
    return { version: found?.version ?? 0, questions: found ? questionsOf(found.schema) : [] };
  }

  async change(transaction: Transaction, serviceId: string, version: number, questions: readonly ServiceQuestion[]): Promise<ServiceForm> {
    if (!(await transaction.row('service.own', own, [serviceId]))) throw new Refusal(notFound());
    const before = await this.row(transaction, serviceId);
    if ((before?.version ?? 0) !== version) throw new Refusal(versionStale({ context: { version: before?.version ?? 0 } }));
    transaction.send('service-form.change', insert, [newId(), serviceId, version + 1, JSON.stringify(formSchemaOf(questions))]);
    transaction.record({
      kind: 'act',
      verb: 'serviceQuestions.change',
      subject: 'service',
      subjectId: serviceId,
      amount: questions.length,
    });
    return asForm(serviceId, await this.row(transaction, serviceId));
  }

  private row(transaction: Transaction, serviceId: string, version?: number): Promise<Row | undefined> {
    return transaction.row<Row>('service-form.read', newest, [serviceId, version ?? null]);
  }
}

const asForm = (serviceId: string, row: Row | undefined): ServiceForm => ({
  serviceId,
  version: row?.version ?? 0,
  questions: row ? questionsOf(row.schema) : [],
  schema: { ...(row?.schema ?? nothing) },
  changedAt: row?.changedAt.toISOString() ?? null,
  changedBy: row?.changedBy ?? null,
});
