/**
 * Under row security a condition reads an index only if nothing in it could tell of rows the policy hides: `coalesce`, `array_position` are not
 * known to keep silent, so pages far behind were walked to from the beginning. `case` and comparisons are. Both forms give the same values:
 * the index by `urgency_rank` stays as it is.
 */
export const ordersWithoutLeaks = `
create or replace function urgency_rank(urgency text) returns integer language sql immutable parallel safe
  as $$ select case urgency when 'emergency' then 1 when 'very_urgent' then 2 when 'urgent' then 3 when 'acute_treatment' then 4 when 'soon' then 5
    else 6 end $$;

drop index referral_sent_by_clock_open;
create index referral_sent_by_clock_open on referral
  (referrer_organisation_id, (case when clock_started_at is null then 'infinity' else clock_started_at end), id)
  where state not in ('closed', 'withdrawn', 'entered_in_error');
drop index referral_sent_by_urgency;
create index referral_sent_by_urgency on referral
  (referrer_organisation_id, urgency_rank(urgency), (case when clock_started_at is null then 'infinity' else clock_started_at end), id)
  where state not in ('closed', 'withdrawn', 'entered_in_error');
`;
