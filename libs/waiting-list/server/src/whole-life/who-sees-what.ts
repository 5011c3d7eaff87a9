import { readPerson, recordRelease, revokeRelease, type DataPart } from '@lotse/people/model';
import { exportReferrals, readReferral, readReferralActs, readReferrals } from '@lotse/referral/model';
import type { Caller } from '@lotse/server-kit/testing';
import { releaseTo, wordOf, type Living } from './drafting';
import type { LifeStory } from './life-story';

const told = ['contact', 'diagnosis', 'medication', 'risk', 'notes'] as const satisfies DataPart[];
type Told = (typeof told)[number];

/** An organisation with somebody who looks: at the page, at the lists, at what leaves as a file, and at the person. */
interface Looker {
  organisationId: string;
  name: string;
  caller: Caller;
}

const inForce = `revoked_at is null and valid_from <= current_date and valid_until >= current_date`;
const releasedParts = `
  select distinct unnest(data_parts) as part from release
  where person_id = $1 and recipient_organisation_id = $2 and discloser_organisation_id = $3 and ${inForce}`;
const runningReleases = `select id, version from release where person_id = $1 and recipient_organisation_id = $2 and ${inForce}`;

/**
 * Promise 7, looked at from outside. What somebody may see is worked out from the releases and from whom a referral was sent to, never from
 * the grants that the product keeps; then everybody looks, those who were never asked as well.
 */
export class WhoSeesWhat {
  /** Whom each referral was sent to and who was not shut out since. */
  private readonly asked = new Map<string, Set<string>>();
  private readonly lookers: readonly Looker[];
  /** How often somebody was shut out, and how often a word was found where it belongs: without both nothing is proven. */
  readonly seen = { shutOut: 0, words: 0, revoked: 0 };

  constructor(private readonly story: LifeStory) {
    const { county, server } = story;
    const looker = (organisationId: string, name: string, staff: typeof county.gp): Looker => ({
      organisationId,
      name,
      caller: server.as(staff),
    });
    this.lookers = [
      looker(county.practice, 'the practice', county.gp),
      looker(county.clinic, 'the clinic', county.intake),
      looker(county.otherClinic, 'the other clinic', county.otherIntake),
      looker(county.otherPractice, 'the other practice', county.otherGp),
    ];
  }

  /** A referral was sent to whoever receives it now. */
  async sent({ id }: Living): Promise<void> {
    const [row] = await this.story.database.query<{ to: string }>(
      'select recipient_organisation_id as "to" from referral where id = $1 and clock_started_at is not null',
      [id],
    );
    if (row) this.askedOf(id).add(row.to);
  }

  /** Revokes what was released to an organisation; or releases it anew, as far as the numbers say. What was shut out stays out. */
  async turns(living: Living, organisationId: string, random: () => number): Promise<void> {
    const { personId } = living;
    const practice = this.lookers[0]!.caller;
    const running = await this.story.database.query<{ id: string; version: number }>(runningReleases, [personId, organisationId]);
    for (const { id, version } of running) await practice.get(revokeRelease, { params: { id }, version, body: { how: 'in_person' } });
    this.seen.revoked += running.length;
    if (running.length > 0) this.askedOf(living.id).delete(organisationId);
    else {
      const dataParts: DataPart[] = ['identity', 'diagnosis', ...told.filter((part) => part !== 'diagnosis' && random() < 0.5)];
      await practice.get(recordRelease, { params: { id: personId }, body: { ...releaseTo(organisationId), dataParts } });
    }
    const [row] = await this.story.database.query<{ version: number }>('select version from referral where id = $1', [living.id]);
    living.version = row!.version;
  }

  /** Whether an act sends the referral to somebody to whom nothing is released; then it has to be refused. */
  async sendsUnreleased(act: string, { id, personId }: Living): Promise<boolean> {
    if (!['submit', 'resend', 'redirect'].includes(act)) return false;
    const [row] = await this.story.database.query<{ to: string }>('select recipient_organisation_id as "to" from referral where id = $1', [
      id,
    ]);
    const released = await this.released(personId, act === 'redirect' ? this.story.county.otherClinic : row!.to);
    return released !== 'everything' && released.size === 0;
  }

  /** What somebody is shown that was not released to them, or is not shown that was, on the page and now and then in lists; empty when all is well. */
  async wrong(living: Living, inLists: boolean): Promise<string[]> {
    const found = await Promise.all(this.lookers.map((looker) => this.wrongFor(looker, living, inLists)));
    return found.flat();
  }

  private async wrongFor({ organisationId, name, caller }: Looker, { id, personId, mark }: Living, inLists: boolean): Promise<string[]> {
    const released = await this.released(personId, organisationId);
    const may = released === 'everything' || (released.size > 0 && this.askedOf(id).has(organisationId));
    const ways = await Promise.all([
      caller.call(readReferral, { params: { id } }),
      caller.call(readReferralActs, { params: { id } }),
      ...(inLists ? this.besides(caller, id) : []),
    ]);
    const wrong = ways
      .slice(0, 2)
      .filter(({ status }) => status !== (may ? 200 : 404))
      .map(({ status }) => `${name} may ${may ? '' : 'not '}see it and was answered ${status}`);
    const said = JSON.stringify(ways.map(({ answer }) => answer));
    if (!may && said.includes(id)) wrong.push(`${name} may not see it and finds it`);
    if (!may) this.seen.shutOut += 1;
    const person = await caller.call(readPerson, { params: { id: personId } });
    const isShown = (part: Told) => released === 'everything' || released.has(part);
    const words = told.map((part) => ({
      part,
      isShown: isShown(part),
      isThere: (said + JSON.stringify(person.answer)).includes(wordOf(part, mark)),
    }));
    this.seen.words += words.filter(({ isThere }) => isThere).length;
    return [
      ...wrong,
      ...words.filter((word) => word.isThere && !word.isShown).map(({ part }) => `${name} is shown ${part}, which was not released`),
      ...words.filter((word) => may && word.isShown && !word.isThere).map(({ part }) => `${name} is not shown ${part}, which was released`),
    ];
  }

  /** What leaves in lists and as a file. */
  private besides = (caller: Caller, id: string) => [
    caller.call(readReferrals, { query: { box: 'inbox' } }),
    caller.call(readReferrals, { query: { box: 'sent' } }),
    caller.call(exportReferrals, { query: { ids: id, format: 'json' } }),
  ];

  private async released(personId: string, organisationId: string): Promise<'everything' | ReadonlySet<string>> {
    const { practice } = this.story.county;
    if (organisationId === practice) return 'everything';
    const parts = await this.story.database.query<{ part: string }>(releasedParts, [personId, organisationId, practice]);
    return new Set(parts.map(({ part }) => part));
  }

  private askedOf(id: string): Set<string> {
    const known = this.asked.get(id) ?? new Set<string>();
    this.asked.set(id, known);
    return known;
  }
}
