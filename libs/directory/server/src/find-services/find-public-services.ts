import type { findPublicServices } from '@lotse/directory/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { FindServices } from './find-services';

/** The same search for the public: it sees services and where they are, and nothing that leads to a person. */
@Injectable()
export class FindPublicServices {
  constructor(
    private readonly database: Database,
    private readonly findServices: FindServices,
  ) {}

  run({ region, ...query }: QueryOf<typeof findPublicServices>): Promise<AnswerOf<typeof findPublicServices>> {
    return this.database.asPublic(async (transaction) => {
      const found = await transaction.row<{ id: string | null }>(
        'region.public',
        `select set_config('lotse.region', public_region($1)::text, true) as id`,
        [region],
      );
      if (!found?.id) return { items: [], nextCursor: null };
      return this.findServices.run(transaction, found.id, query);
    });
  }
}
