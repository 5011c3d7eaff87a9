/** When somebody was born, as contracts say it (`bornSchema`): of whoever has only a reference, the year. `person` is the alias in the statement. */
export const bornOf = (person: string): string =>
  `case when ${person}.pseudonym is null then ${person}.birth_date::text else to_char(${person}.birth_date, 'YYYY') end`;
