import type { InsuranceKind } from '@lotse/directory/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Taken {
  insurances: InsuranceKind[] | null;
}

const own = 'select insurances from service where id = $1 and organisation_id = current_organisation()';
const say = 'select say_insurances($1, $2) as found';

/** Which insurances a service may take: whoever has another one is not offered its slots. */
@Injectable()
export class ServiceInsurances {
  async read(transaction: Transaction, serviceId: string): Promise<Taken> {
    const found = await transaction.row<Taken>('service-insurances.read', own, [serviceId]);
    if (!found) throw new Refusal(notFound());
    return found;
  }

  async change(transaction: Transaction, serviceId: string, { insurances }: Taken): Promise<Taken> {
    const said = await transaction.row<{ found: boolean }>('service-insurances.change', say, [serviceId, insurances]);
    if (!said!.found) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'serviceInsurances.change', subject: 'service', subjectId: serviceId });
    return this.read(transaction, serviceId);
  }
}
