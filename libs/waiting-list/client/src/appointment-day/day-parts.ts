import type { Appointment } from '@lotse/waiting-list/model';

/** A stretch of the day's list: somebody on their own, or everybody who comes to one group. */
export interface DayPart {
  readonly appointments: readonly Appointment[];
  /** What they have in common: any of them says it. */
  readonly group?: Appointment;
  /** Who has not cancelled. */
  readonly coming: number;
}

/** The day with the places of a group together. They come together already: the server puts one group after the other. */
export function partsOfDay(appointments: readonly Appointment[]): DayPart[] {
  const parts: Appointment[][] = [];
  for (const one of appointments) {
    const last = parts.at(-1);
    if (one.groupId !== null && last?.[0]?.groupId === one.groupId) last.push(one);
    else parts.push([one]);
  }
  return parts.map((part) => ({
    appointments: part,
    coming: part.filter(({ state }) => state !== 'cancelled').length,
    ...(part[0]?.groupId ? { group: part[0] } : {}),
  }));
}

/** Whose appointments there are on a day, and whose somebody looks at; those without an appointment are nobody's in particular. */
export function schedulesOf(appointments: readonly Appointment[], shown: string | undefined): string[] {
  const names = [shown, ...appointments.map(({ scheduleName }) => scheduleName)].filter((name): name is string => !!name);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'de'));
}
