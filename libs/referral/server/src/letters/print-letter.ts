import type { ServiceQuestion } from '@lotse/directory/model';
import { ServiceForms } from '@lotse/directory/server';
import { calendarDayOf, newId, refuse, type QueryOf } from '@lotse/kernel';
import { letterDoesNotFit, type printLetter, type Referral, type ReferralContent } from '@lotse/referral/model';
import { letterTextOn, reasonsOf, templateOn } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import type { OfficeLetter } from '@lotse/server-kit/print';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { Tasks } from '@lotse/task/server';
import { endedByLetter } from '../paper/letters-follow';
import { composeLetter, type LetterContent } from './compose-letter';
import { kindsOf, LetterContents } from './letter-facts';

const note = `
  insert into referral_letter (id, region_id, referral_id, organisation_id, staff_id, kind, language, template_version, fingerprint)
  values ($1, current_region(), $2, current_organisation(), current_staff(), $3, $4, $5, $6)`;

const lastOutcome =
  'select outcome, report, no_report_reason as "noReportReason", at from referral_outcome where referral_id = $1 order by edition desc limit 1';

/** The service that was suggested, of a referral that came back. */
const suggestedIn = ({ suggested }: Referral): LetterContent['suggested'] => suggested?.service ?? null;

/** Writes a letter about a referral. Whoever prints it, when, and what it showed is kept: a print leaves the house. */
@Injectable()
export class PrintLetter {
  constructor(
    private readonly contents: LetterContents,
    private readonly forms: ServiceForms,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction, id: string, query: QueryOf<typeof printLetter>): Promise<OfficeLetter> {
    const { kind, language, dischargedOn = null } = query;
    const looked = await this.contents.written(transaction, id);
    refuse(kindsOf(looked).includes(kind) ? undefined : letterDoesNotFit());
    const written = await this.contents.forReceiver(transaction, looked, kind);
    const { referral, delivered, fingerprint } = written;
    const [region, parties, outcome, releases, questions] = await Promise.all([
      this.regions.settings(transaction),
      this.contents.parties(transaction, written),
      transaction.row<{ outcome: string; report: string | null; noReportReason: string | null; at: Date }>('letter.outcome', lastOutcome, [
        id,
      ]),
      kind === 'release_form' ? this.contents.ownReleases(transaction, referral.personId) : [],
      this.askedIn(transaction, delivered.content),
    ]);
    const now = new Date();
    const today = calendarDayOf(now);
    const version = templateOn(region.letterTemplates ?? [], kind, language, today)?.version ?? 0;
    // The sender of a paper hears by letter that it came and how it went on: printing it is telling.
    const ended = endedByLetter[kind];
    if (ended) this.tasks.endAbout(transaction, id, [ended], 'done');
    transaction.send('letter.note', note, [newId(), id, kind, language, version, fingerprint]);
    return composeLetter({
      kind,
      language,
      text: letterTextOn(region, kind, language, today),
      reference: referral.reference,
      address: this.address,
      delivered,
      fingerprint,
      serviceName: referral.serviceName,
      questions,
      sentAt: referral.sentAt,
      ...parties,
      // What is signed comes back to whoever has it signed.
      addressee: kind === 'release_form' ? parties.sender : parties.addressee,
      steps: referral.steps,
      appointment: referral.appointment,
      releases,
      reasons: region.referralReasons,
      actReasons: reasonsOf(region, calendarDayOf(now)),
      outcome: outcome ? { ...outcome, at: outcome.at.toISOString() } : null,
      suggested: suggestedIn(referral),
      dischargedOn,
      now,
    });
  }

  /** What the service asks, in the version that was answered. */
  private async askedIn(transaction: Transaction, { serviceId, extra }: ReferralContent): Promise<ServiceQuestion[]> {
    return serviceId && extra ? (await this.forms.questions(transaction, serviceId, extra.version)).questions : [];
  }

  /** Where the installation is reached, if it says so. */
  private get address(): string | null {
    return this.settings.PUBLIC_URL?.replace(/\/$/, '') ?? null;
  }
}
