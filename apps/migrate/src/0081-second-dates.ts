/** Offers are found by their second date, too: also those that have ended. */
export const secondDates = `
create index slot_offer_second_slot on slot_offer (second_slot_id) where second_slot_id is not null;
`;
