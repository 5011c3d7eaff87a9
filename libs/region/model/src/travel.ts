import { wallClockSchema } from '@lotse/kernel';
import * as z from 'zod';

/** How somebody gets to an appointment. */
export const travelMeansSchema = z.enum(['car', 'bus', 'bike', 'on_foot', 'is_fetched']);
export type TravelMeans = z.output<typeof travelMeansSchema>;

/** Where something is on the map. */
export interface Position {
  latitude: number;
  longitude: number;
}

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies, along the great circle. */
export function distanceKm(from: Position, to: Position): number {
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Roads are longer than the line on the map. */
const detour = 1.3;
/** Within one municipality one still has to get there. */
const withinKm = 2;

interface Pace {
  /** Before and after: to the car or the stop, waiting, to the door. */
  beforeMinutes: number;
  kmPerHour: number;
}

/** What is assumed where the county has not said better: minutes = before + straight line x 1.3 / pace. */
export const paces: Readonly<Record<TravelMeans, Pace>> = {
  car: { beforeMinutes: 5, kmPerHour: 45 },
  bus: { beforeMinutes: 15, kmPerHour: 25 },
  bike: { beforeMinutes: 3, kmPerHour: 15 },
  on_foot: { beforeMinutes: 0, kmPerHour: 4.5 },
  // Somebody has to come first.
  is_fetched: { beforeMinutes: 15, kmPerHour: 45 },
};

/** The way between two municipalities, without and with what the county says about it. */
export const roadKm = (from: Position, to: Position): number => Math.max(withinKm, distanceKm(from, to)) * detour;

/** Minutes for a way, by the formula; whole ones, rounded up. */
export function computedMinutes(km: number, means: TravelMeans): number {
  const { beforeMinutes, kmPerHour } = paces[means];
  return Math.ceil(beforeMinutes + (km / kmPerHour) * 60);
}

const agsSchema = z.string().regex(/^[0-9]{8}$/, { error: 'format' });

/** What a county says about one way: it holds in both directions unless the other one is named as well. */
export const travelTimeSchema = z.strictObject({
  fromAgs: agsSchema,
  toAgs: agsSchema,
  means: travelMeansSchema,
  minutes: z.number().int().min(1).max(600),
  /** Nobody is there earlier, or gets away later: where a bus does not go all day. */
  firstArrival: wallClockSchema.nullable(),
  lastDeparture: wallClockSchema.nullable(),
});
export type TravelTime = z.output<typeof travelTimeSchema>;

/** A way somebody would have. */
export interface Way {
  minutes: number;
  km: number;
  firstArrival: string | null;
  lastDeparture: string | null;
  /** Whether the county says so, or the formula does. */
  isComputed: boolean;
}

/** A place that is a municipality. */
export interface Place extends Position {
  ags: string;
}

/** The way from one municipality to another: what the county says, in this or the other direction, and otherwise the formula. */
export function wayBetween(from: Place, to: Place, means: TravelMeans, table: readonly TravelTime[]): Way {
  const km = roadKm(from, to);
  const said = (one: string, other: string) => table.find((row) => row.means === means && row.fromAgs === one && row.toAgs === other);
  const row = said(from.ags, to.ags) ?? said(to.ags, from.ags);
  if (row) return { minutes: row.minutes, km, firstArrival: row.firstArrival, lastDeparture: row.lastDeparture, isComputed: false };
  return { minutes: computedMinutes(km, means), km, firstArrival: null, lastDeparture: null, isComputed: true };
}
