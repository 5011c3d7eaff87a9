import { findOutsideOrganisations, noteOutsideOrganisation } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Query } from '@nestjs/common';
import { OutsideOrganisations } from './outside-organisations/outside-organisations';

@Controller()
export class OutsideOrganisationController {
  constructor(private readonly outside: OutsideOrganisations) {}

  @Serves(findOutsideOrganisations)
  async find(
    @Current() transaction: Transaction,
    @Query({ schema: findOutsideOrganisations.query }) { text }: QueryOf<typeof findOutsideOrganisations>,
  ): Promise<AnswerOf<typeof findOutsideOrganisations>> {
    return { items: await this.outside.find(transaction, text) };
  }

  @Serves(noteOutsideOrganisation)
  note(
    @Current() transaction: Transaction,
    @Body({ schema: noteOutsideOrganisation.body }) body: BodyOf<typeof noteOutsideOrganisation>,
  ): AnswerOf<typeof noteOutsideOrganisation> {
    return { id: this.outside.note(transaction, body) };
  }
}
