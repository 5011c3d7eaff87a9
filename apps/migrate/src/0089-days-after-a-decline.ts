/**
 * Until when nothing is offered after a decline stands with the offer that was declined, so that the days are seen as what they were once they
 * are over. Of those that were declined before only the longest is known: it stands with the entry.
 */
export const daysAfterDecline = `
alter table slot_offer add column cools_off_until date,
  add constraint slot_offer_cools_off check (cools_off_until is null or consequence = 'cool_off');
update slot_offer o set cools_off_until = e.cooling_off_until
from waiting_list_entry e
where e.id = o.entry_id and e.cooling_off_until is not null and o.id = (
  select last.id from slot_offer last where last.entry_id = e.id and last.consequence = 'cool_off' order by last.answered_at desc, last.id desc limit 1);
`;
