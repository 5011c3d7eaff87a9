/** A person as contracts show it. */
export const personColumns = `
  id, organisation_id as "organisationId", family_name as "familyName", given_name as "givenName", birth_date::text as "birthDate", sex,
  phone, street, postcode, ags, language, kvnr, kvnr_override_reason as "kvnrOverrideReason", is_invented as "isInvented", version`;
