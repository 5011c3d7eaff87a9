/** A line of the chronicle as the chain holds it: every column, as text where JavaScript would lose something. */
export interface ChainedLine {
  id: string;
  at: string;
  kind: string;
  verb: string;
  subject: string;
  writtenIn: string;
  [column: string]: string | number | readonly string[] | null | undefined;
}

/**
 * Selects the columns of `chronicle_entry e`. Whoever adds a column adds it here: what is null is left out of the hash, so the lines
 * that are already sealed keep theirs.
 */
export const lineColumns = `
  e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.region_id as "regionId",
  e.organisation_id as "organisationId", e.staff_id as "staffId", e.kind, e.verb, e.subject, e.subject_id as "subjectId",
  e.person_id as "personId", e.amount, e.roles, e.parts, e.basis, e.result, e.people, e.deputyship_id as "deputyshipId",
  e.written_in::text as "writtenIn"`;

/** The one way to write something down: keys in order, no white space, nothing that is null (RFC 8785 for what occurs here). */
export function canonical(value: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  return JSON.stringify(Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1))));
}
