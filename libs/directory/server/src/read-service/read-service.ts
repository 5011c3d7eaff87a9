import type { Service } from '@lotse/directory/model';
import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select s.id, s.organisation_id as "organisationId", o.name as "organisationName", s.name, s.category,
    s.description_de as "descriptionDe", s.description_en as "descriptionEn", s.ags, m.name as municipality, m.postcode, s.street,
    s.phone, s.age_from as "ageFrom", s.age_to as "ageTo", s.languages, s.capacity, s.expected_wait_weeks as "expectedWaitWeeks",
    s.expected_wait_note as "expectedWaitNote",
    s.accepts_referrals as "acceptsReferrals", s.confirmed_on::text as "confirmedOn", s.is_invented as "isInvented",
    null::float8 as "distanceKm"
  from service s join organisation o on o.id = s.organisation_id join municipality m on m.ags = s.ags
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
