import type { OwnSignIn } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { everybodyNeedsSecondFactor, SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { Authenticators } from '../second-factor/authenticators';

type Row = Omit<OwnSignIn, 'authenticatorAvailable'>;

/** Instants as the contract writes them. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const text = `
  select own_password_hash() is not null as "hasPassword",
    (select way from session where id = current_session_id()) as way,
    (select ${instant('confirmed_at')} from authenticator where staff_id = current_staff()) as "authenticatorSince",
    (select count(*)::int from recovery_code where staff_id = current_staff() and used_at is null) as "recoveryCodesLeft",
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'createdAt', ${instant('created_at')},
       'lastUsedAt', ${instant('last_used_at')}) order by created_at, id), '[]') from passkey where staff_id = current_staff()) as passkeys,
    (select coalesce(json_agg(json_build_object('id', id, 'issuer', issuer, 'linkedAt', ${instant('linked_at')}) order by linked_at, id), '[]')
       from linked_account where staff_id = current_staff()) as "linkedAccounts",
    coalesce((select second_factor_required from sign_in_rule where organisation_id = current_organisation()), false) as "secondFactorRequired"`;

/** How the signed-in person signs in; no secrets. */
@Injectable()
export class ReadOwnSignIn {
  constructor(
    private readonly authenticators: Authenticators,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction): Promise<OwnSignIn> {
    const row = await transaction.row<Row>('own-sign-in.read', text);
    const secondFactorRequired = row!.secondFactorRequired || everybodyNeedsSecondFactor(this.settings);
    return { ...row!, secondFactorRequired, authenticatorAvailable: this.authenticators.available };
  }
}
