import { addWorkingDays, calendarDayOf, daysAfter, instantAt, invalidState, newId, notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { linkDays, receiverHasAccount, type makeReceiverLink, type ReferralState } from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { MailTransport } from '@lotse/server-kit/mail';
import { Printer } from '@lotse/server-kit/print';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { Inject, Injectable } from '@nestjs/common';
import type { Party } from '../letters/compose-letter';
import { Referrals, type ReferralRecord } from '../referrals';
import { codeSheet } from './code-sheet';
import { LinkTokens } from './link-tokens';

const ended: readonly ReferralState[] = ['draft', 'closed', 'withdrawn', 'entered_in_error'];

const parties = `
  select o.id, o.name, o.kind, o.street, o.postcode, coalesce(o.place, m.name) as place, o.phone, o.fax, o.without_account as "withoutAccount",
    (select s.display_name from staff s where s.id = current_staff()) as "staffName"
  from organisation o left join municipality m on m.ags = o.ags where o.id = any ($1)`;

const insert = `
  insert into receiver_link (id, region_id, referral_id, organisation_id, receiver_organisation_id, token_hash, code_hash, mailed_to, created_by, expires_at)
  values ($1, current_region(), $2, current_organisation(), $3, $4, $5, $6, current_staff(), $7)`;
/** One link for one receiver: a new one ends those before it. */
const endEarlier = 'update receiver_link set revoked_at = now() where referral_id = $1 and revoked_at is null';
const noteSheet = `
  insert into referral_letter (id, region_id, referral_id, organisation_id, staff_id, kind, language, template_version, fingerprint)
  values ($1, current_region(), $2, current_organisation(), current_staff(), 'link_code', 'de', 0, '')`;

/** What the mail says: that there is something, and where. Whose it is, from whom and what about it says only behind the code. */
const mailOf = (link: string) => ({
  subject: 'Lotse: Eine Nachricht wartet / A message is waiting',
  text: [
    'Für Ihre Einrichtung wartet eine Nachricht. Sie öffnet sich mit dem Code, den Sie per Fax, Post oder Telefon erhalten:',
    link,
    'A message is waiting for your organisation. It opens with the code that you receive by fax, post or phone, with the link above.',
    `Der Link gilt höchstens ${linkDays} Tage. Wenn Sie damit nichts anfangen können, brauchen Sie nichts zu tun. / The link is good for ${linkDays} days at most. If this means nothing to you, there is nothing to do.`,
  ].join('\n\n'),
});

const linkTask = (linkId: string): string => `receiver-link:${linkId}`;

type Found = Party & { id: string; withoutAccount: boolean; staffName: string };

/** Makes a link for a receiver without an account. The link goes by mail, the code another way: neither is of use without the other. */
@Injectable()
export class MakeReceiverLink {
  constructor(
    private readonly referrals: Referrals,
    private readonly tokens: LinkTokens,
    private readonly mail: MailTransport,
    private readonly printer: Printer,
    private readonly tasks: Tasks,
    private readonly regions: Regions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async run(transaction: Transaction, id: string, email: string | null): Promise<AnswerOf<typeof makeReceiverLink>> {
    const record = await this.referrals.load(transaction, id);
    const own = transaction.actor.organisationId;
    if (record.referrerOrganisationId !== own || record.recipientOrganisationId === null) throw new Refusal(notFound());
    if (ended.includes(record.state) || !record.recipientSees) throw new Refusal(invalidState({ context: { state: record.state } }));
    const found = await transaction.rows<Found>('link.parties', parties, [[own, record.recipientOrganisationId]]);
    const sender = found.find((party) => party.id === own)!;
    const addressee = found.find((party) => party.id === record.recipientOrganisationId)!;
    if (!addressee.withoutAccount) throw new Refusal(receiverHasAccount());
    const now = new Date();
    const expiresAt = daysAfter(now, linkDays);
    const { token, tokenHash, code, codeHash } = this.tokens.make(expiresAt);
    const linkId = newId();
    transaction.send('link.end-earlier', endEarlier, [id]);
    transaction.send('link.make', insert, [linkId, id, addressee.id, tokenHash, codeHash, email, expiresAt]);
    transaction.send('link.sheet', noteSheet, [newId(), id]);
    await this.remind(transaction, record, linkId);
    transaction.record({ kind: 'act', verb: 'receiverLink.make', subject: 'referral', subjectId: id, personId: record.personId });
    const { address } = this.mail;
    const sheet = codeSheet({ sender, addressee, reference: record.reference, code, address, staffName: sender.staffName, expiresAt, now });
    const link = `${address}/einmal-link#${token}`;
    return {
      id: linkId,
      link,
      code,
      sheet: (await this.printer.print(sheet)).toString('base64'),
      mail: await this.send(email, link),
      expiresAt: expiresAt.toISOString(),
    };
  }

  private async remind(transaction: Transaction, { id, personId, reference }: ReferralRecord, linkId: string): Promise<void> {
    const settings = await this.regions.settings(transaction);
    const dueAt = instantAt(addWorkingDays(calendarDayOf(new Date()), 3, workingDaysOf(settings)), '17:00');
    const { organisationId } = transaction.actor;
    const task = { key: linkTask(linkId), subject: 'referral', subjectId: id, personId, organisationId, dueAt, facts: { reference } };
    this.tasks.endAbout(transaction, id, ['link_unanswered'], 'done');
    this.tasks.open(transaction, { kind: 'link_unanswered', ...task });
  }

  private async send(to: string | null, link: string): Promise<'sent' | 'failed' | 'not_set_up' | 'not_wanted'> {
    if (to === null) return 'not_wanted';
    if (!this.mail.isSetUp) return 'not_set_up';
    try {
      await this.mail.send({ to, ...mailOf(link) });
      return 'sent';
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'a link could not be mailed');
      return 'failed';
    }
  }
}
