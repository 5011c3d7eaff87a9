import { confirmationNeeded, confirmedMinutes, sessionsEnded, type WayToSignIn } from '@lotse/identity/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { newToken } from '../sign-in/sign-in';

/** A session under a new token: the old one no longer opens anything. */
export interface RenewedSession {
  token: string;
  lifetimeSeconds: number;
}

/** The session that a transaction runs in, where it matters how and when it was begun. */
@Injectable()
export class OwnSession {
  /** @throws Refusal when it is too long ago that a password, or more, was shown */
  async refuseUnlessConfirmed(transaction: Transaction): Promise<void> {
    const row = await transaction.row<{ confirmed: boolean }>(
      'session.confirmed',
      'select confirmed_at > now() - make_interval(mins => $1) as confirmed from session where id = current_session_id()',
      [confirmedMinutes],
    );
    if (!row?.confirmed) throw new Refusal(confirmationNeeded());
  }

  confirm(transaction: Transaction): void {
    transaction.send('session.confirm', 'update session set confirmed_at = now() where id = current_session_id()');
  }

  /** More was shown than the session was begun with: it goes on under another token, so that nobody holds an old one that has become more. */
  async renew(transaction: Transaction, way: WayToSignIn): Promise<RenewedSession> {
    const token = newToken();
    const row = await transaction.row<{ seconds: number }>('session.renew', 'select renew_session($1, $2, true) as seconds', [
      hashOf(token),
      way,
    ]);
    return { token, lifetimeSeconds: row!.seconds };
  }

  /** The password was shown once more: the session goes on under another token, as strong as it was. */
  async renewAsItIs(transaction: Transaction): Promise<RenewedSession> {
    const token = newToken();
    const row = await transaction.row<{ seconds: number }>('session.renew-token', 'select renew_token($1) as seconds', [hashOf(token)]);
    return { token, lifetimeSeconds: row!.seconds };
  }

  /** Whoever changes how they sign in is alone afterwards. Open screens elsewhere are told at once. */
  endOthers(transaction: Transaction): void {
    transaction.send(
      'session.end-others',
      'update session set ended_at = now() where staff_id = current_staff() and id <> current_session_id() and ended_at is null',
    );
    tellEnded(transaction);
  }
}

/** Tells the open screens of whoever acts that sessions of theirs have ended; each looks whether it was its own. */
export function tellEnded(transaction: Transaction): void {
  const { staffId, organisationId } = transaction.actor;
  transaction.announce({ name: sessionsEnded, subject: 'staff', subjectId: staffId, version: 1, audience: [organisationId] });
}
