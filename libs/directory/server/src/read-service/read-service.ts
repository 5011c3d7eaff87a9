import type { Service } from '@lotse/directory/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { serviceColumns, serviceTables } from '../service-columns';

const text = `
  select ${serviceColumns}, null::float8 as "distanceKm"
  from ${serviceTables}
  where s.id = $1 and s.region_id = current_region()`;

/** One help offer of the region. */
@Injectable()
export class ReadService {
  async run(transaction: Transaction, id: string): Promise<Service> {
    const service = await transaction.row<Service>('service.read', text, [id]);
    if (!service) throw new Refusal(notFound());
    return service;
  }
}
