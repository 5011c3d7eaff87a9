import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import { changePerson, createPerson, findPeople, readPerson, type Person } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ChangePerson } from './change-person/change-person';
import { CreatePerson } from './create-person/create-person';
import { FindPeople } from './find-people/find-people';
import { ReadPerson } from './read-person/read-person';

@Controller()
export class PeopleController {
  constructor(
    private readonly createPerson: CreatePerson,
    private readonly changePerson: ChangePerson,
    private readonly findPeople: FindPeople,
    private readonly readPerson: ReadPerson,
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
}
