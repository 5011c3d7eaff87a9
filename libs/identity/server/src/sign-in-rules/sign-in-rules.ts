import type { BodyOf } from '@lotse/kernel';
import { Refusal, versionStale } from '@lotse/kernel';
import type { changeSignInRules, SignInRules as Rules } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { everybodyNeedsSecondFactor, SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

type Kept = Omit<Rules, 'secondFactorOfEverybody'>;

const columns = `second_factor_required as "secondFactorRequired", idle_minutes as "idleMinutes", session_minutes as "sessionMinutes", version`;

/** As the database has it without a row. */
const usual: Kept = { secondFactorRequired: false, idleMinutes: 60, sessionMinutes: 720, version: 0 };

/** What the own organisation asks of its staff when they sign in. */
@Injectable()
export class SignInRules {
  private readonly secondFactorOfEverybody: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secondFactorOfEverybody = everybodyNeedsSecondFactor(settings);
  }

  async read(transaction: Transaction): Promise<Rules> {
    const found = `select ${columns} from sign_in_rule where organisation_id = current_organisation()`;
    return this.whole((await transaction.row<Kept>('sign-in-rules.read', found)) ?? usual);
  }

  async change(transaction: Transaction, version: number, rules: BodyOf<typeof changeSignInRules>): Promise<Rules> {
    const { secondFactorRequired, idleMinutes, sessionMinutes } = rules;
    const changed = await transaction.row<Kept>(
      'sign-in-rules.change',
      `insert into sign_in_rule as r (organisation_id, second_factor_required, idle_minutes, session_minutes)
       select current_organisation(), $2, $3, $4 where $1 = 0 or exists (select from sign_in_rule where organisation_id = current_organisation())
       on conflict (organisation_id) do update set second_factor_required = $2, idle_minutes = $3, session_minutes = $4,
         version = r.version + 1, changed_at = now() where r.version = $1
       returning ${columns}`,
      [version, secondFactorRequired, idleMinutes, sessionMinutes],
    );
    if (!changed) throw new Refusal(versionStale());
    const { organisationId } = transaction.actor;
    transaction.record({ kind: 'act', verb: 'identity.changeSignInRules', subject: 'organisation', subjectId: organisationId });
    return this.whole(changed);
  }

  private readonly whole = (kept: Kept): Rules => ({ ...kept, secondFactorOfEverybody: this.secondFactorOfEverybody });
}
