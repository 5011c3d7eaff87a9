import {
  changeServiceForm,
  changeServiceInsurances,
  readServiceForm,
  readServiceInsurances,
  type ServiceForm,
} from '@lotse/directory/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ServiceForms } from './service-questions/service-forms';
import { ServiceInsurances } from './service-questions/service-insurances';

/** What services ask besides what every referral says, and which insurances they take. */
@Controller()
export class ServiceQuestionsController {
  constructor(
    private readonly forms: ServiceForms,
    private readonly insurances: ServiceInsurances,
  ) {}

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

  @Serves(readServiceInsurances)
  readInsurances(
    @Current() transaction: Transaction,
    @Param({ schema: readServiceInsurances.params }) { id }: ParamsOf<typeof readServiceInsurances>,
  ): Promise<AnswerOf<typeof readServiceInsurances>> {
    return this.insurances.read(transaction, id);
  }

  @Serves(changeServiceInsurances)
  changeInsurances(
    @Current() transaction: Transaction,
    @Param({ schema: changeServiceInsurances.params }) { id }: ParamsOf<typeof changeServiceInsurances>,
    @Body({ schema: changeServiceInsurances.body }) body: BodyOf<typeof changeServiceInsurances>,
  ): Promise<AnswerOf<typeof changeServiceInsurances>> {
    return this.insurances.change(transaction, id, body);
  }
}
