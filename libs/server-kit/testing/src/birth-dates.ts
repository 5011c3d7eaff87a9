import { millisecondsPerDay } from '@lotse/kernel';

/**
 * Birth dates for people of one name, each too far from the others to be a slip: whoever enters somebody twice is asked whether they are
 * the same before they can be referred.
 */
export function birthDates(first = '1970-05-03'): () => string {
  let given = 0;
  return () => new Date(Date.parse(first) - ((given++ * 417) % 25_000) * millisecondsPerDay).toISOString().slice(0, 10);
}
