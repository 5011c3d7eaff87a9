import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  findRecipients,
  readReleases,
  readRevocationEffects,
  recordRelease,
  recordReleases,
  revokeRelease,
  type Release,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { FindRecipients } from './find-recipients/find-recipients';
import { ReadReleases } from './read-releases/read-releases';
import { RecordRelease } from './record-release/record-release';
import { ReadRevocationEffects } from './revoke-release/read-revocation-effects';
import { RevokeRelease } from './revoke-release/revoke-release';

/** What people agreed to. */
@Controller()
export class ReleaseController {
  constructor(
    private readonly recordRelease: RecordRelease,
    private readonly readReleases: ReadReleases,
    private readonly revokeRelease: RevokeRelease,
    private readonly readEffects: ReadRevocationEffects,
    private readonly findRecipients: FindRecipients,
  ) {}

  @Serves(recordRelease)
  record(
    @Current() transaction: Transaction,
    @Param({ schema: recordRelease.params }) { id }: ParamsOf<typeof recordRelease>,
    @Body({ schema: recordRelease.body }) body: BodyOf<typeof recordRelease>,
  ): Promise<Release> {
    return this.recordRelease.run(transaction, id, body);
  }

  @Serves(recordReleases)
  recordSeveral(
    @Current() transaction: Transaction,
    @Param({ schema: recordReleases.params }) { id }: ParamsOf<typeof recordReleases>,
    @Body({ schema: recordReleases.body }) body: BodyOf<typeof recordReleases>,
  ): Promise<AnswerOf<typeof recordReleases>> {
    return this.recordRelease.runForSeveral(transaction, id, body);
  }

  @Serves(findRecipients)
  recipients(
    @Current() transaction: Transaction,
    @Query({ schema: findRecipients.query }) query: QueryOf<typeof findRecipients>,
  ): Promise<AnswerOf<typeof findRecipients>> {
    return this.findRecipients.run(transaction, query);
  }

  @Serves(readReleases)
  releases(
    @Current() transaction: Transaction,
    @Param({ schema: readReleases.params }) { id }: ParamsOf<typeof readReleases>,
  ): Promise<AnswerOf<typeof readReleases>> {
    return this.readReleases.run(transaction, id);
  }

  @Serves(readRevocationEffects)
  effects(
    @Current() transaction: Transaction,
    @Param({ schema: readRevocationEffects.params }) { id }: ParamsOf<typeof readRevocationEffects>,
  ): Promise<AnswerOf<typeof readRevocationEffects>> {
    return this.readEffects.run(transaction, id);
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
