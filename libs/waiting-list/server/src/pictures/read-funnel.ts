import type { Transaction } from '@lotse/server-kit/database';
import type { Funnel } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { expectOwnList } from '../own-list';

/**
 * A slot is free from when it was opened, or from when the last appointment in it was cancelled. What was offered, confirmed and kept since
 * then is looked at for each slot; a slot that was given without an offer stands beside the funnel. An offer of two dates offers both slots, is
 * one offer all the same, and confirms the one that was taken.
 */
const funnel = `
  with freed as (
    select s.id, lower(s.during) as starts_at, greatest(s.created_at, (
      select max(a.cancelled_at) from appointment a where a.slot_id = s.id)) as free_at
    from slot s where s.service_id = $1
  ), seen as (
    select f.*, o.first_at, o.offers, o.accepted_offered_at, o.accepted_at, b.booked_at, b.attendance
    from freed f
    left join lateral (
      select min(o.offered_at) as first_at, count(*) filter (where o.slot_id = f.id)::integer as offers,
        max(o.offered_at) filter (where o.taken_slot_id = f.id) as accepted_offered_at,
        max(o.answered_at) filter (where o.taken_slot_id = f.id) as accepted_at
      from (
        select first.* from slot_offer first where first.slot_id = f.id
        union all select second.* from slot_offer second where second.second_slot_id = f.id
      ) o where o.offered_at >= f.free_at) o on true
    left join lateral (
      select a.booked_at, a.attendance from appointment a where a.slot_id = f.id and a.cancelled_at is null limit 1) b on true
    where f.free_at > now() - interval '90 days' and f.free_at <= now()
  ), steps as (
    select *, first_at is not null as is_offered, first_at is not null and accepted_at is not null and booked_at is not null as is_confirmed from seen
  )
  select count(*)::integer as free, count(*) filter (where is_offered)::integer as offered, count(*) filter (where is_confirmed)::integer as confirmed,
    count(*) filter (where is_confirmed and attendance = 'attended')::integer as attended,
    count(*) filter (where booked_at is not null and not is_confirmed)::integer as direct,
    count(*) filter (where is_confirmed and attendance is null)::integer as "toCome", coalesce(sum(offers), 0)::integer as offers,
    percentile_cont(0.5) within group (order by extract(epoch from first_at - free_at) / 60) filter (where is_offered) as "minutesToOffer",
    percentile_cont(0.5) within group (order by extract(epoch from accepted_at - accepted_offered_at) / 60) filter (where is_confirmed) as "minutesToConfirm",
    percentile_cont(0.5) within group (order by extract(epoch from accepted_at - free_at) / 60) filter (where is_confirmed) as "minutesFreeToConfirmed",
    percentile_cont(0.5) within group (order by extract(epoch from starts_at - accepted_at) / 86400) filter (where is_confirmed) as "daysToAppointment"
  from steps`;

/** What became of the slots that were free. */
@Injectable()
export class ReadFunnel {
  async run(transaction: Transaction, serviceId: string): Promise<Funnel> {
    await expectOwnList(transaction, serviceId);
    transaction.planOnce();
    return (await transaction.row<Funnel>('funnel.read', funnel, [serviceId]))!;
  }
}
