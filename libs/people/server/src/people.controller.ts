import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  changePerson,
  createPerson,
  findPeople,
  readPerson,
  readReleases,
  recordRelease,
  revokeRelease,
  type Person,
  type Release,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangePerson } from './change-person/change-person';
import { CreatePerson } from './create-person/create-person';
import { FindPeople } from './find-people/find-people';
import { ReadPerson } from './read-person/read-person';
import { ReadReleases } from './read-releases/read-releases';
import { RecordRelease } from './record-release/record-release';
import { RevokeRelease } from './revoke-release/revoke-release';

@Controller()
export class PeopleController {
  constructor(
    private readonly createPerson: CreatePerson,
    private readonly changePerson: ChangePerson,
    private readonly findPeople: FindPeople,
    private readonly readPerson: ReadPerson,
    private readonly recordRelease: RecordRelease,
    private readonly readReleases: ReadReleases,
    private readonly revokeRelease: RevokeRelease,
  ) {}

  @Serves(createPerson)
  create(@Current() transaction: Transaction, @Body({ schema: createPerson.body }) body: BodyOf<typeof createPerson>): Promise<Person> {
    return this.createPerson.run(transaction, body);
  }

  @Serves(changePerson)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changePerson.params }) { id }: ParamsOf<typeof changePerson>,
    @Body({ schema: changePerson.body }) body: BodyOf<typeof changePerson>,
  ): Promise<Person> {
    return this.changePerson.run(transaction, id, version, body);
  }

  @Serves(findPeople)
  find(
    @Current() transaction: Transaction,
    @Query({ schema: findPeople.query }) query: QueryOf<typeof findPeople>,
  ): Promise<AnswerOf<typeof findPeople>> {
    return this.findPeople.run(transaction, query);
  }

  @Serves(readPerson)
  read(@Current() transaction: Transaction, @Param({ schema: readPerson.params }) { id }: ParamsOf<typeof readPerson>): Promise<Person> {
    return this.readPerson.run(transaction, id);
  }

  @Serves(recordRelease)
  record(
    @Current() transaction: Transaction,
    @Param({ schema: recordRelease.params }) { id }: ParamsOf<typeof recordRelease>,
    @Body({ schema: recordRelease.body }) body: BodyOf<typeof recordRelease>,
  ): Promise<Release> {
    return this.recordRelease.run(transaction, id, body);
  }

  @Serves(readReleases)
  releases(
    @Current() transaction: Transaction,
    @Param({ schema: readReleases.params }) { id }: ParamsOf<typeof readReleases>,
  ): Promise<AnswerOf<typeof readReleases>> {
    return this.readReleases.run(transaction, id);
  }

  @Serves(revokeRelease)
  revoke(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: revokeRelease.params }) { id }: ParamsOf<typeof revokeRelease>,
    @Body({ schema: revokeRelease.body }) { how }: BodyOf<typeof revokeRelease>,
  ): Promise<Release> {
    return this.revokeRelease.run(transaction, id, version, how);
  }
}
