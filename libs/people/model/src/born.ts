import { calendarDaySchema } from '@lotse/kernel';
import * as z from 'zod';

/** When somebody was born, as far as it is known: a day; of somebody who has only a reference, the year (`1984`) and never a day that nobody said. */
export const bornSchema = z.union([calendarDaySchema, z.string().regex(/^[0-9]{4}$/)]);

/** Whether only the year is known. */
export const isBornYear = (born: string): boolean => /^[0-9]{4}$/.test(born);

/** How somebody is called in a list: a reference stands alone. */
export const listedName = ({ familyName, givenName }: { familyName: string; givenName: string }): string =>
  [familyName, givenName].filter(Boolean).join(', ');
