/** What a practice has sent, by urgency: without it every page would sort the whole list. */
export const sentByUrgency = `
create index referral_sent_by_urgency on referral (referrer_organisation_id, urgency_rank(urgency), coalesce(clock_started_at, 'infinity'), id)
  where state not in ('closed', 'withdrawn', 'entered_in_error');
`;
