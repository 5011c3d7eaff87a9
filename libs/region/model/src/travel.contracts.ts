import { endpoint, permissions, problem, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { travelTimeSchema, type TravelTime } from './travel';

export const travelTimePermissions = permissions('travelTime', 'read', 'change');

export const unknownPlace = problem('unknown-place', 422, 'This is no municipality of the county.', 'rows');
export const nothingToChange = problem('nothing-to-change', 422, 'This says the same as before.', 'rows');

/** A way as it is written; without minutes the formula answers again. */
export const writtenWaySchema = travelTimeSchema.extend({ minutes: z.number().int().min(1).max(600).nullable() });
export type WrittenWay = z.output<typeof writtenWaySchema>;

export const readTravelTimes = endpoint({
  method: 'GET',
  path: 'county-rules/travel-times',
  summary: 'What the county says about ways between its municipalities, and every version of it, the newest first.',
  may: travelTimePermissions.read,
  response: z.object({
    version: z.number().int(),
    items: z.array(travelTimeSchema),
    versions: z.array(
      z.object({
        version: z.number().int(),
        why: z.string(),
        byName: z.string(),
        at: z.iso.datetime(),
        restores: z.number().int().nullable(),
        ways: z.number().int(),
      }),
    ),
  }),
});

const changed = z.object({ version: z.number().int() });
const why = z.string().trim().min(1, { error: 'required' }).max(300);

export const changeTravelTimes = endpoint({
  method: 'POST',
  path: 'county-rules/travel-times',
  summary: 'Say how long some ways take. It is a new version of the table; ways that are not named stay as they are.',
  may: travelTimePermissions.change,
  body: z.strictObject({ rows: z.array(writtenWaySchema).min(1).max(5000), why }),
  response: changed,
  problems: [unknownPlace, nothingToChange, versionStale],
  versioned: true,
});

export const restoreTravelTimes = endpoint({
  method: 'POST',
  path: 'county-rules/travel-times/restore',
  summary: 'Bring back the table as it was in a version; 0 is the one in which nothing was said. It is a new version as well.',
  may: travelTimePermissions.change,
  body: z.strictObject({ restores: z.number().int().min(0), why }),
  response: changed,
  problems: [nothingToChange, versionStale],
  versioned: true,
});

const columns = ['fromAgs', 'toAgs', 'means', 'minutes', 'firstArrival', 'lastDeparture'] as const;

/** The table as a file; whoever opens it in a spreadsheet sees columns. */
export const travelTimesAsCsv = (ways: readonly TravelTime[]): string =>
  [columns.join(';'), ...ways.map((way) => columns.map((column) => way[column] ?? '').join(';'))].join('\r\n') + '\r\n';

/** What a file says: the ways, or the lines that cannot be read. */
export interface ReadWays {
  rows: WrittenWay[];
  /** Numbers of lines as an editor counts them. */
  unreadable: number[];
}

const cellsOf = (line: string): string[] => line.split(line.includes(';') ? ';' : ',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

function readWay(line: string): WrittenWay | undefined {
  const [fromAgs = '', toAgs = '', means, minutes, firstArrival, lastDeparture] = cellsOf(line);
  const read = writtenWaySchema.safeParse({
    // A spreadsheet takes the zero at the beginning for nothing.
    fromAgs: fromAgs.padStart(8, '0'),
    toAgs: toAgs.padStart(8, '0'),
    means,
    minutes: minutes ? Number(minutes) : null,
    firstArrival: firstArrival || null,
    lastDeparture: lastDeparture || null,
  });
  return read.data;
}

/** Reads a table from a file. An empty number of minutes takes a way back to the formula. */
export function travelTimesFromCsv(text: string): ReadWays {
  const [, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const found: ReadWays = { rows: [], unreadable: [] };
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const way = readWay(line);
    if (way) found.rows.push(way);
    else found.unreadable.push(index + 2);
  });
  return found;
}
