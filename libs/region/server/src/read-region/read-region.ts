import { Refusal, notFound, type AnswerOf } from '@lotse/kernel';
import type { readRegion } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Answer = AnswerOf<typeof readRegion>;

const text = `
  select r.id, r.key, r.name, settings_of(r) - 'letterTemplates' as settings,
    (select json_agg(json_build_object('ags', m.ags, 'name', m.name, 'postcode', m.postcode, 'latitude', m.latitude,
       'longitude', m.longitude, 'population', m.population) order by m.name)
     from municipality m where m.region_id = r.id) as municipalities
  from region r where r.id = current_region()`;

/** The county of whoever asks, with its settings. */
@Injectable()
export class ReadRegion {
  async run(transaction: Transaction): Promise<Answer> {
    const region = await transaction.row<Answer>('region.read', text);
    if (!region) throw new Refusal(notFound());
    return { ...region, municipalities: region.municipalities ?? [] };
  }
}
