import { changeServiceForm, readServiceForm, type ServiceForm } from '@lotse/directory/model';
import type { BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ServiceForms } from './service-questions/service-forms';

/** What services ask besides what every referral says. */
@Controller()
export class ServiceQuestionsController {
  constructor(private readonly forms: ServiceForms) {}

  @Serves(readServiceForm)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readServiceForm.params }) { id }: ParamsOf<typeof readServiceForm>,
    @Query({ schema: readServiceForm.query }) { version }: QueryOf<typeof readServiceForm>,
  ): Promise<ServiceForm> {
    return this.forms.read(transaction, id, version);
  }

  @Serves(changeServiceForm)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeServiceForm.params }) { id }: ParamsOf<typeof changeServiceForm>,
    @Body({ schema: changeServiceForm.body }) { questions }: BodyOf<typeof changeServiceForm>,
  ): Promise<ServiceForm> {
    return this.forms.change(transaction, id, version, questions);
  }
}
