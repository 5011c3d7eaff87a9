import { readDemoLogins, type Role } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

/** The password of everybody invented. It works nowhere else: real organisations never get it. */
export const demoPassword = 'lotse-demo';

type Answer = AnswerOf<typeof readDemoLogins>;

/** The invented people one can sign in as; nobody outside the demo. */
@Injectable()
export class ReadDemoLogins {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(): Promise<Answer> {
    if (this.settings.LOTSE_DEMO !== '1') return { password: null, logins: [] };
    const logins = await this.database.asPublic((transaction) =>
      transaction.rows<{ email: string; displayName: string; roles: Role[]; organisation: string }>(
        'demo.logins',
        'select email, display_name as "displayName", roles, organisation from demo_logins()',
      ),
    );
    return { password: demoPassword, logins };
  }
}
