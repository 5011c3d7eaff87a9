import {
  changeOrganisation,
  changeOwnOrganisation,
  foundOrganisation,
  inviteAdministrator,
  readOrganisations,
  readOwnOrganisation,
  retireOrganisation,
} from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { Organisations } from './organisations/organisations';
import { OwnOrganisationSettings } from './organisations/own-organisation';

/** The organisations of a county, and one's own. */
@Controller()
export class OrganisationController {
  constructor(
    private readonly organisations: Organisations,
    private readonly own: OwnOrganisationSettings,
  ) {}

  @Serves(readOrganisations)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOrganisations>> {
    return { items: await this.organisations.read(transaction) };
  }

  @Serves(foundOrganisation)
  found(
    @Current() transaction: Transaction,
    @Body({ schema: foundOrganisation.body }) body: BodyOf<typeof foundOrganisation>,
  ): AnswerOf<typeof foundOrganisation> {
    return { id: this.organisations.found(transaction, body), version: 1 };
  }

  @Serves(changeOrganisation)
  async change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeOrganisation.params }) { id }: ParamsOf<typeof changeOrganisation>,
    @Body({ schema: changeOrganisation.body }) body: BodyOf<typeof changeOrganisation>,
  ): Promise<AnswerOf<typeof changeOrganisation>> {
    await this.organisations.change(transaction, id, version, body);
    return { id, version: version + 1 };
  }

  @Serves(inviteAdministrator)
  inviteAdministrator(
    @Current() transaction: Transaction,
    @Param({ schema: inviteAdministrator.params }) { id }: ParamsOf<typeof inviteAdministrator>,
    @Body({ schema: inviteAdministrator.body }) body: BodyOf<typeof inviteAdministrator>,
  ): Promise<AnswerOf<typeof inviteAdministrator>> {
    return this.organisations.inviteAdministrator(transaction, id, body);
  }

  @Serves(retireOrganisation)
  async retire(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: retireOrganisation.params }) { id }: ParamsOf<typeof retireOrganisation>,
    @Body({ schema: retireOrganisation.body }) _body: BodyOf<typeof retireOrganisation>,
  ): Promise<AnswerOf<typeof retireOrganisation>> {
    await this.organisations.retire(transaction, id, version);
    return { id, version: version + 1 };
  }

  @Serves(readOwnOrganisation)
  readOwn(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOwnOrganisation>> {
    return this.own.read(transaction);
  }

  @Serves(changeOwnOrganisation)
  async changeOwn(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeOwnOrganisation.body }) body: BodyOf<typeof changeOwnOrganisation>,
  ): Promise<AnswerOf<typeof changeOwnOrganisation>> {
    const { id, version: now } = await this.own.change(transaction, version, body);
    return { id, version: now };
  }
}
