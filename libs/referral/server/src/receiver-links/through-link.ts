import { randomBytes } from 'node:crypto';
import { calendarDayOf, newId, refuse, Refusal, addWorkingDays, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  actsThroughLink,
  linkNotOpen,
  referralLifecycle,
  type actThroughLink,
  type lookThroughLink,
  type MovedReferral,
  type openReceiverLink,
  type Referral,
} from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Printer } from '@lotse/server-kit/print';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { MoveReferral } from '../move-referral/move-referral';
import { PrintLetter } from '../letters/print-letter';
import { noteVoice } from '../paper/voices';
import { ReadReferral } from '../read-referral/read-referral';
import { ReturnReferral } from '../return-referral/return-referral';
import { RequestInfo } from '../request-info/request-info';
import { LinkTokens } from './link-tokens';
import { linkTask } from './make-receiver-link';

const open = 'select open_receiver_link($1, $2, $3, $4, $5) as until';
const enter = `
  select link_id as "linkId", referral_id as "referralId", person_id as "personId", organisation_id as "organisationId",
    region_id as "regionId", staff_id as "staffId", named, sender_organisation_id as "senderOrganisationId"
  from enter_receiver_link($1)`;
const answered = 'select note_link_answer($1)';

/** Who came in through a link, and to what. */
interface Entered {
  linkId: string;
  referralId: string;
  personId: string;
  organisationId: string;
  regionId: string;
  staffId: string;
  named: string;
}

/**
 * What a receiver without an account does. Each call is a transaction whose context is the receiver and this one referral; nothing that a
 * caller sends names what is read or changed.
 */
@Injectable()
export class ThroughLink {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly readReferral: ReadReferral,
    private readonly moveReferral: MoveReferral,
    private readonly returnReferral: ReturnReferral,
    private readonly requestInfo: RequestInfo,
    private readonly printLetter: PrintLetter,
    private readonly printer: Printer,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  /** A wrong code is counted, so what was found is committed before anything is refused; every refusal is the same. */
  async open({ token, code, name }: BodyOf<typeof openReceiverLink>): Promise<AnswerOf<typeof openReceiverLink>> {
    const session = randomBytes(32).toString('base64url');
    // Of what is no link of ours the database is asked all the same: how long an answer takes says nothing either.
    const known = this.tokens.isOurs(token, new Date()) ? token : '';
    const found = await this.database.asPublic((transaction) =>
      transaction.row<{ until: Date | null }>('link.open', open, [
        hashOf(known),
        this.tokens.codeHash(token, code),
        newId(),
        hashOf(session),
        name,
      ]),
    );
    if (!found?.until) throw new Refusal(linkNotOpen());
    return { session, expiresAt: found.until.toISOString() };
  }

  look(session: string): Promise<AnswerOf<typeof lookThroughLink>> {
    return this.inside(session, async (transaction, entered) => {
      const referral = await this.read(transaction, entered, 'receiver-links/look');
      const reasons = (await this.regions.settings(transaction)).referralReasons;
      return {
        ...referral,
        reasonText: reasons.find(({ code }) => code === referral.content.reason)?.de ?? null,
        named: entered.named,
        recipientName: referral.recipient?.organisationName ?? '',
        acts: actsThroughLink.filter((act) => referralLifecycle.allows(referral.state, act)),
        callback: referral.content.callbackPhone,
      };
    });
  }

  print(session: string, language: 'de' | 'en'): Promise<{ document: string }> {
    return this.inside(session, async (transaction, entered) => {
      const letter = await this.printLetter.run(transaction, entered.referralId, { kind: 'referral', language });
      this.trace(transaction, entered, 'receiver-links/print');
      return { document: (await this.printer.print(letter)).toString('base64') };
    });
  }

  act({ session, version, act, reason, text }: BodyOf<typeof actThroughLink>): Promise<MovedReferral> {
    return this.inside(session, async (transaction, entered) => {
      const { referralId, linkId, organisationId, named } = entered;
      const moved = await this.perform(transaction, referralId, version, { act, reason, text });
      noteVoice(transaction, referralId, { organisationId, name: named, through: 'link' });
      transaction.send('link.answered', answered, [linkId]);
      this.tasks.finish(transaction, linkTask(linkId), 'answered');
      return moved;
    });
  }

  private perform(
    transaction: Transaction,
    id: string,
    version: number,
    { act, reason = 'other', text = '' }: Pick<BodyOf<typeof actThroughLink>, 'act' | 'reason' | 'text'>,
  ): Promise<MovedReferral> {
    if (act === 'request_info') return this.ask(transaction, id, version, text);
    if (act !== 'decline') return this.moveReferral.run(transaction, id, version, act, text || undefined);
    const why = { reason, wayForward: text, way: 'advice' as const, ...(reason === 'other' ? { comment: text } : {}) };
    return this.returnReferral.run(transaction, id, version, 'decline', why);
  }

  private async ask(transaction: Transaction, id: string, version: number, question: string): Promise<MovedReferral> {
    const settings = await this.regions.settings(transaction);
    const dueOn = addWorkingDays(calendarDayOf(new Date()), 3, workingDaysOf(settings));
    return this.requestInfo.run(transaction, id, version, { question, dueOn });
  }

  private async read(transaction: Transaction, entered: Entered, verb: string): Promise<Referral> {
    const referral = await this.readReferral.run(transaction, entered.referralId);
    this.trace(transaction, entered, verb);
    return referral;
  }

  /** Every look is a line, as if somebody with an account had looked. */
  private trace(transaction: Transaction, { referralId, personId }: Entered, verb: string): void {
    const { parts, basis } = transaction.shown ?? {};
    transaction.record({ kind: 'look', verb, subject: 'referral', subjectId: referralId, personId, parts, basis });
  }

  private inside<Result>(session: string, work: (transaction: Transaction, entered: Entered) => Promise<Result>): Promise<Result> {
    return this.database.asPublic(async (transaction) => {
      const entered = await transaction.row<Entered>('link.enter', enter, [hashOf(session)]);
      refuse(entered ? undefined : linkNotOpen());
      const { staffId, organisationId, regionId } = entered!;
      // As the intake of the receiver: what that may do, on this one referral.
      transaction.enteredBy({ staffId, organisationId, regionId, roles: ['intake', 'triager'] });
      return work(transaction, entered!);
    });
  }
}
