import { changePreferences, readColleagues, readDraftKey, readPreferences, readPresence, tellPresence } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Query } from '@nestjs/common';
import { ReadColleagues } from './colleagues/read-colleagues';
import { ReadDraftKey } from './draft-key/read-draft-key';
import { Preferences } from './preferences/preferences';
import { ReadPresence } from './presence/read-presence';
import { TellPresence } from './presence/tell-presence';

/** What belongs to somebody's own desk: their preferences, their colleagues, who is at what, the key of their drafts. */
@Controller()
export class DeskController {
  constructor(
    private readonly preferences: Preferences,
    private readonly readColleagues: ReadColleagues,
    private readonly readDraftKey: ReadDraftKey,
    private readonly readPresence: ReadPresence,
    private readonly tellPresence: TellPresence,
  ) {}

  @Serves(readPreferences)
  async ownPreferences(@Current() transaction: Transaction): Promise<AnswerOf<typeof readPreferences>> {
    return { preferences: await this.preferences.read(transaction) };
  }

  @Serves(changePreferences)
  change(
    @Current() transaction: Transaction,
    @Body({ schema: changePreferences.body }) body: BodyOf<typeof changePreferences>,
  ): AnswerOf<typeof changePreferences> {
    return { preferences: this.preferences.change(transaction, body) };
  }

  @Serves(readColleagues)
  async colleagues(@Current() transaction: Transaction): Promise<AnswerOf<typeof readColleagues>> {
    return { items: await this.readColleagues.run(transaction) };
  }

  @Serves(readDraftKey)
  async draftKey(@Current() transaction: Transaction): Promise<AnswerOf<typeof readDraftKey>> {
    return { key: await this.readDraftKey.run(transaction) };
  }

  @Serves(readPresence)
  async presence(
    @Current() transaction: Transaction,
    @Query({ schema: readPresence.query }) { subject }: QueryOf<typeof readPresence>,
  ): Promise<AnswerOf<typeof readPresence>> {
    return { items: await this.readPresence.run(transaction, subject) };
  }

  @Serves(tellPresence)
  async tell(
    @Current() transaction: Transaction,
    @Body({ schema: tellPresence.body }) body: BodyOf<typeof tellPresence>,
  ): Promise<AnswerOf<typeof tellPresence>> {
    await this.tellPresence.run(transaction, body);
    return { told: true };
  }
}
