/** A stored answer is sent again byte for byte: `jsonb` would put its fields into another order. */
export const answersAsGiven = `
alter table stored_answer alter column answer type json using answer::json;
`;
