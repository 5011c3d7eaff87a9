/** Why an offer was overtaken is kept: that somebody else was faster is one thing, that the person has an appointment already another. */
export const whyOffersWereOvertaken = `
alter table slot_offer add column overtaken_by text,
  add constraint slot_offer_overtaken check (overtaken_by is null or state = 'superseded' and overtaken_by in ('somebody_faster', 'other_appointment'));
`;
