import { createHash, randomBytes } from 'node:crypto';
import { iCalendarOf, type FeedEvent, type makeCalendarFeed, type readCalendarFeedState } from '@lotse/interop/model';
import { newId, notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import { Database, type OrganisationActor, type Transaction } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const revoke = 'update calendar_feed set revoked_at = now() where staff_id = current_staff() and revoked_at is null';
const insert = `
  insert into calendar_feed (id, region_id, organisation_id, staff_id, token_hash)
  values ($1, current_region(), current_organisation(), current_staff(), $2)`;
const present = `
  select created_at as "createdAt", last_read_at as "lastReadAt" from calendar_feed where staff_id = current_staff() and revoked_at is null`;
const noteRead = `
  update calendar_feed set last_read_at = now()
  where staff_id = current_staff() and revoked_at is null and (last_read_at is null or last_read_at < now() - interval '1 hour')`;

/**
 * Whoever has a calendar of their own sees its appointments, and those of others that take its time along; whoever works for all of them sees all of the organisation; and everybody
 * those of the referrals they made. Read in their name, so that the walls of the database stand here, too.
 */
const findEvents = `
  select a.id, r.reference, lower(s.during) as "startsAt", upper(s.during) as "endsAt", a.booked_at as "changedAt", s.version as sequence
  from appointment a join slot s on s.id = a.slot_id join schedule on schedule.id = s.schedule_id join referral r on r.id = a.referral_id
  where a.cancelled_at is null and lower(s.during) > now() - interval '30 days' and (r.created_by = current_staff()
    or s.organisation_id = current_organisation() and (schedule.staff_id = current_staff()
      or exists (select from schedule along where along.id = any (s.resource_ids) and along.staff_id = current_staff())
      or not exists (select from schedule mine where mine.staff_id = current_staff() and mine.retired_at is null)))
  order by lower(s.during), a.id limit 500`;

/** Addresses under which calendar programs read when somebody has appointments. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async state(transaction: Transaction): Promise<AnswerOf<typeof readCalendarFeedState>> {
    const row = await transaction.row<{ createdAt: Date; lastReadAt: Date | null }>('calendar-feed.present', present);
    return { feed: row ? { createdAt: row.createdAt.toISOString(), lastReadAt: row.lastReadAt?.toISOString() ?? null } : null };
  }

  async make(transaction: Transaction): Promise<AnswerOf<typeof makeCalendarFeed>> {
    const [id, secret] = [newId(), randomBytes(32).toString('base64url')];
    await transaction.change('calendar-feed.revoke', revoke);
    transaction.send('calendar-feed.insert', insert, [id, hashOf(secret)]);
    transaction.record({ kind: 'act', verb: 'calendarFeed.make', subject: 'calendar-feed', subjectId: id });
    return { address: new URL(`public/calendar/${secret}`, this.settings.PUBLIC_URL ?? `http://localhost:${this.settings.PORT}`).href };
  }

  async revoke(transaction: Transaction): Promise<{ feed: null }> {
    const ended = await transaction.change('calendar-feed.revoke', revoke);
    if (ended > 0)
      transaction.record({ kind: 'act', verb: 'calendarFeed.revoke', subject: 'calendar-feed', subjectId: transaction.actor.staffId });
    return { feed: null };
  }

  /** What the calendar program gets, and what tells whether it has that already. */
  async read(secret: string): Promise<{ text: string; tag: string }> {
    const owner = await this.database.asPublic((transaction) =>
      transaction.row<OrganisationActor & { staffId: string }>(
        'calendar-feed.of',
        'select staff_id as "staffId", organisation_id as "organisationId", region_id as "regionId" from calendar_feed_of($1)',
        [hashOf(secret)],
      ),
    );
    const events =
      owner &&
      (await this.database.asStaff(owner, async (transaction) => {
        transaction.send('calendar-feed.read', noteRead);
        return transaction.rows<FeedEvent & Record<string, unknown>>('calendar-feed.events', findEvents);
      }));
    if (!events) throw new Refusal(notFound());
    const text = iCalendarOf(events);
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
  }
}
