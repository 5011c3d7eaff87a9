import { randomBytes } from 'node:crypto';
import { calendarDayOf, newId, refuse, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
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
import { reasonsOn, type RegionSettings } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Printer } from '@lotse/server-kit/print';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { PrintLetter } from '../letters/print-letter';
import { noteVoice } from '../paper/voices';
import { ReadReferral } from '../read-referral/read-referral';
import { AnswerThroughLink } from './answer-through-link';
import { LinkTokens } from './link-tokens';

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
    private readonly answer: AnswerThroughLink,
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
      const settings = await this.regions.settings(transaction);
      return {
        ...referral,
        reasonText: settings.referralReasons.find(({ code }) => code === referral.content.reason)?.de ?? null,
        named: entered.named,
        recipientName: referral.recipient?.organisationName ?? '',
        acts: actsThroughLink.filter((act) => referralLifecycle.allows(referral.state, act)),
        callback: referral.content.callbackPhone,
        reasons: reasonsToChoose(settings),
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

  act({ session, version, ...said }: BodyOf<typeof actThroughLink>): Promise<MovedReferral> {
    return this.inside(session, async (transaction, entered) => {
      const { referralId, linkId, organisationId, named } = entered;
      const moved = await this.answer.run(transaction, referralId, version, said);
      noteVoice(transaction, referralId, { organisationId, name: named, through: 'link' });
      transaction.send('link.answered', answered, [linkId]);
      // What lies with the receiver after this answer becomes work of the sender again (0075).
      this.tasks.endAbout(transaction, referralId, ['link_unanswered'], 'done');
      return moved;
    });
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

/** What the county lets a return or an outcome be given as its reason today. */
function reasonsToChoose(settings: RegionSettings): AnswerOf<typeof lookThroughLink>['reasons'] {
  const today = calendarDayOf(new Date());
  return (['decline', 'outcome'] as const).flatMap((list) =>
    reasonsOn(settings, list, today).map(({ code, de, en, comment }) => ({ list, code, de, en, comment })),
  );
}
