import { newId, notFound, Refusal } from '@lotse/kernel';
import type { QuestionTemplate } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const find = `select piece, text from question_template where service_id = $1 and organisation_id = current_organisation() order by position`;
const own = 'select id from service where id = $1 and organisation_id = current_organisation()';
const clear = 'delete from question_template where service_id = $1 and organisation_id = current_organisation()';
const keep = `
  insert into question_template (id, region_id, organisation_id, service_id, position, piece, text)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5)`;

/** What a service usually asks. It is the service's own, and about nobody. */
@Injectable()
export class QuestionTemplates {
  async read(transaction: Transaction, serviceId: string): Promise<{ items: QuestionTemplate[] }> {
    return { items: await transaction.rows<QuestionTemplate>('question-templates.read', find, [serviceId]) };
  }

  async keep(transaction: Transaction, serviceId: string, items: readonly QuestionTemplate[]): Promise<{ items: QuestionTemplate[] }> {
    if (!(await transaction.row('question-templates.own-service', own, [serviceId]))) throw new Refusal(notFound());
    transaction.send('question-templates.clear', clear, [serviceId]);
    for (const [position, { piece, text }] of items.entries())
      transaction.send('question-templates.keep', keep, [newId(), serviceId, position, piece, text]);
    transaction.record({ kind: 'act', verb: 'question.keepTemplates', subject: 'service', subjectId: serviceId });
    return this.read(transaction, serviceId);
  }
}
