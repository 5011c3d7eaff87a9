import { findOwnServices, findPublicServices, findServices, readService, type Service } from '@lotse/directory/model';
import type { AnswerOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Controller, Param, Query } from '@nestjs/common';
import { FindPublicServices } from './find-services/find-public-services';
import { FindServices } from './find-services/find-services';
import { ReadService } from './read-service/read-service';

const own = 'select id, name from service where organisation_id = current_organisation() order by name, id';

@Controller()
export class DirectoryController {
  constructor(
    private readonly findServices: FindServices,
    private readonly findPublicServices: FindPublicServices,
    private readonly readService: ReadService,
  ) {}

  @Serves(findServices)
  find(
    @Current() transaction: Transaction,
    @Query({ schema: findServices.query }) query: QueryOf<typeof findServices>,
  ): Promise<AnswerOf<typeof findServices>> {
    return this.findServices.run(transaction, transaction.actor.regionId, query);
  }

  @Serves(readService)
  read(@Current() transaction: Transaction, @Param({ schema: readService.params }) { id }: ParamsOf<typeof readService>): Promise<Service> {
    return this.readService.run(transaction, id);
  }

  @Serves(findOwnServices)
  async findOwn(@Current() transaction: Transaction): Promise<AnswerOf<typeof findOwnServices>> {
    return { items: await transaction.rows<{ id: string; name: string }>('services.own', own) };
  }

  @Serves(findPublicServices)
  findPublic(
    @Query({ schema: findPublicServices.query }) query: QueryOf<typeof findPublicServices>,
  ): Promise<AnswerOf<typeof findPublicServices>> {
    return this.findPublicServices.run(query);
  }
}
