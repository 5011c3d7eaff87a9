import {
  changeStaff,
  disableStaff,
  reactivateStaff,
  readOpenWork,
  readStaff,
  resetSecondFactor,
  sendNewAccess,
} from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { NewAccess } from './new-access/new-access';
import { ChangeStaff } from './staff/change-staff';
import { DisableStaff } from './staff/disable-staff';
import { ReactivateStaff } from './staff/reactivate-staff';
import { ReadOpenWork } from './staff/read-open-work';
import { ReadStaff } from './staff/read-staff';
import { ResetSecondFactor } from './staff/reset-second-factor';

/** What the administrator of an organisation does with its staff. */
@Controller()
export class StaffController {
  constructor(
    private readonly readStaff: ReadStaff,
    private readonly changeStaff: ChangeStaff,
    private readonly readOpenWork: ReadOpenWork,
    private readonly disableStaff: DisableStaff,
    private readonly reactivateStaff: ReactivateStaff,
    private readonly newAccess: NewAccess,
    private readonly resetSecondFactor: ResetSecondFactor,
  ) {}

  @Serves(readStaff)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readStaff>> {
    return { items: await this.readStaff.run(transaction) };
  }

  @Serves(changeStaff)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeStaff.params }) { id }: ParamsOf<typeof changeStaff>,
    @Body({ schema: changeStaff.body }) body: BodyOf<typeof changeStaff>,
  ): Promise<AnswerOf<typeof changeStaff>> {
    return this.changeStaff.run(transaction, id, version, body);
  }

  @Serves(readOpenWork)
  openWork(
    @Current() transaction: Transaction,
    @Param({ schema: readOpenWork.params }) { id }: ParamsOf<typeof readOpenWork>,
  ): Promise<AnswerOf<typeof readOpenWork>> {
    return this.readOpenWork.run(transaction, id);
  }

  @Serves(disableStaff)
  disable(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: disableStaff.params }) { id }: ParamsOf<typeof disableStaff>,
    @Body({ schema: disableStaff.body }) body: BodyOf<typeof disableStaff>,
  ): Promise<AnswerOf<typeof disableStaff>> {
    return this.disableStaff.run(transaction, id, version, body);
  }

  @Serves(reactivateStaff)
  reactivate(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: reactivateStaff.params }) { id }: ParamsOf<typeof reactivateStaff>,
    @Body({ schema: reactivateStaff.body }) _body: BodyOf<typeof reactivateStaff>,
  ): Promise<AnswerOf<typeof reactivateStaff>> {
    return this.reactivateStaff.run(transaction, id, version);
  }

  @Serves(sendNewAccess)
  sendNewAccess(
    @Current() transaction: Transaction,
    @Param({ schema: sendNewAccess.params }) { id }: ParamsOf<typeof sendNewAccess>,
    @Body({ schema: sendNewAccess.body }) _body: BodyOf<typeof sendNewAccess>,
  ): Promise<AnswerOf<typeof sendNewAccess>> {
    return this.newAccess.sendTo(transaction, id);
  }

  @Serves(resetSecondFactor)
  reset(
    @Current() transaction: Transaction,
    @Param({ schema: resetSecondFactor.params }) { id }: ParamsOf<typeof resetSecondFactor>,
    @Body({ schema: resetSecondFactor.body }) body: BodyOf<typeof resetSecondFactor>,
  ): Promise<AnswerOf<typeof resetSecondFactor>> {
    return this.resetSecondFactor.run(transaction, id, body);
  }
}
