import { changeServiceInsurances, readServiceInsurances } from '@lotse/directory/model';
import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { ServiceInsurances } from './service-insurances/service-insurances';

/** Which insurances services take. */
@Controller()
export class ServiceInsurancesController {
  constructor(private readonly insurances: ServiceInsurances) {}

  @Serves(readServiceInsurances)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readServiceInsurances.params }) { id }: ParamsOf<typeof readServiceInsurances>,
  ): Promise<AnswerOf<typeof readServiceInsurances>> {
    return this.insurances.read(transaction, id);
  }

  @Serves(changeServiceInsurances)
  change(
    @Current() transaction: Transaction,
    @Param({ schema: changeServiceInsurances.params }) { id }: ParamsOf<typeof changeServiceInsurances>,
    @Body({ schema: changeServiceInsurances.body }) body: BodyOf<typeof changeServiceInsurances>,
  ): Promise<AnswerOf<typeof changeServiceInsurances>> {
    return this.insurances.change(transaction, id, body);
  }
}
