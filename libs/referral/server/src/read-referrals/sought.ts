import type { Transaction } from '@lotse/server-kit/database';

/**
 * Up to so many, people are found by name first and their referrals are put in order; more of them are met soon by whoever reads a list in its
 * order.
 */
const few = 1_000;

/** Somebody who is looked for in a list: by the beginning of their name, family name or given name first, or of their referral's number. */
export interface Sought {
  /** The beginning of a name as names are compared: without marks, in small letters. */
  beginning: string;
  reference: string;
  /** Who that may be, unless they are many. */
  few?: { people: readonly string[]; referrals: readonly string[] };
}

interface Found {
  beginning: string;
  people: string[] | null;
  referrals: string[] | null;
}

const find = 'select * from found_in_region($1, $2)';

/**
 * What somebody typed to find a person; a name may be written as lists show it, with a comma. If that may be many, lists are read in their order
 * from here on.
 */
export async function seek(transaction: Transaction, typed: string): Promise<Sought> {
  const asCompared = typed.replace(/,\s*/g, ' ');
  const { beginning, people, referrals } = (await transaction.row<Found & Record<string, unknown>>('referrals.seek', find, [
    asCompared,
    few,
  ]))!;
  const reference = typed.toUpperCase();
  if (people && referrals) return { beginning, reference, few: { people, referrals } };
  transaction.readInOrder();
  return { beginning, reference };
}

/**
 * What fits somebody who is looked for, and how a value gets into the statement. Few are known by the columns that lead to person and referral;
 * many by what stands in `p`, the person, and `r`, the referral.
 */
export function fitting(
  { beginning, reference, few }: Sought,
  value: (given: unknown) => string,
  columns = { person: 'r.person_id', referral: 'r.id' },
): string {
  if (few) return `(${columns.person} = any (${value(few.people)}::uuid[]) or ${columns.referral} = any (${value(few.referrals)}::uuid[]))`;
  const begins = value(beginning);
  return `(starts_with(p.search_name, ${begins}) or starts_with(sort_of_name(p.given_name || ' ' || p.family_name), ${begins})
    or starts_with(r.reference, ${value(reference)}))`;
}
