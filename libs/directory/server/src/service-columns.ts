/** What the directory shows of a help offer, but for how far it is; `s` is the service, `o` its organisation, `m` its municipality. */
export const serviceColumns = `
  s.id, s.organisation_id as "organisationId", o.name as "organisationName", s.name, s.category,
  s.description_de as "descriptionDe", s.description_en as "descriptionEn", s.ags, m.name as municipality, m.postcode, s.street,
  s.phone, s.age_from as "ageFrom", s.age_to as "ageTo", s.languages, s.capacity, s.expected_wait_weeks as "expectedWaitWeeks",
  s.expected_wait_note as "expectedWaitNote", s.accepts_referrals as "acceptsReferrals", s.confirmed_on::text as "confirmedOn",
  s.is_invented as "isInvented"`;

export const serviceTables = 'service s join organisation o on o.id = s.organisation_id join municipality m on m.ags = s.ags';
