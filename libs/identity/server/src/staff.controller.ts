import { readStaff } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Controller } from '@nestjs/common';
import { ReadStaff } from './staff/read-staff';

/** What the administrator of an organisation does with its staff. */
@Controller()
export class StaffController {
  constructor(private readonly readStaff: ReadStaff) {}

  @Serves(readStaff)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readStaff>> {
    return { items: await this.readStaff.run(transaction) };
  }
}
