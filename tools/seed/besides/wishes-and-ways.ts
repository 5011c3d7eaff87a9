import { addCalendarDays, calendarDayOf, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { changeTravelTimes } from '@lotse/region/model';
import { beginPause, changeWishes, noWishes, readEntry, readWaitingList, type SaidWishes } from '@lotse/waiting-list/model';
import { intakeAt } from '../county/organisations';
import { serviceId } from '../county/write-counties';
import type { Caller, Sent } from '../replay/caller';

type Write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>) => Promise<AnswerOf<Contract>>;

const clinic = intakeAt('wiesenufer');
/** Whoever comes first comes to anything: the next offers go on as they did. */
const untouched = 5;

const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '12:00' }));
const said: readonly Partial<SaidWishes['wishes']>[] = [
  { windows: mornings },
  {
    windows: [
      { weekday: 2, from: '13:00', to: '18:00' },
      { weekday: 4, from: '13:00', to: '18:00' },
    ],
    travel: { means: 'bus', maxMinutes: 60, maxKm: null },
  },
  { clinicianSex: 'female', travel: { means: 'car', maxMinutes: null, maxKm: 25 } },
  { modes: ['video', 'phone'] },
  { language: { code: 'tr', orInterpreter: true } },
];

/** Where the bus does not go all day, and where it takes longer than the map says. */
const ways = [
  { fromAgs: '08336087', toAgs: '08336050', means: 'bus' as const, minutes: 68, firstArrival: '07:50', lastDeparture: '19:10' },
  { fromAgs: '08336087', toAgs: '08336081', means: 'bus' as const, minutes: 41, firstArrival: '07:20', lastDeparture: '19:40' },
];

/** Some on the list have said what suits them, two pause; the county knows its buses. */
export async function wishesAndWays(caller: Caller, write: Write, now: Date): Promise<void> {
  const { items } = await caller.call(clinic, readWaitingList, { params: { id: serviceId('pia') } });
  const waiting = items.filter(({ state }) => state === 'waiting').slice(untouched);
  for (const [index, wishes] of said.entries()) {
    const entry = waiting[index];
    if (!entry) break;
    const { shortNotice, minimumNoticeHours, version } = entry;
    const body = { wishes: { ...noWishes, ...wishes }, shortNotice, minimumNoticeHours, furtherServiceIds: [] };
    await write(clinic, changeWishes, { params: { id: entry.id }, version, body });
  }
  const today = calendarDayOf(now);
  // From tomorrow on: the seed may go on past midnight, and nobody pauses in hindsight.
  const pauses = [
    { startsOn: addCalendarDays(today, 1), endsOn: addCalendarDays(today, 16), reason: 'rehabilitation' as const, note: null },
    { startsOn: addCalendarDays(today, 9), endsOn: null, reason: 'away' as const, note: 'Meldet sich nach der Rückkehr.' },
  ];
  for (const [index, body] of pauses.entries()) {
    const entry = waiting[said.length - index];
    if (!entry) break;
    const { version } = await caller.call(clinic, readEntry, { params: { id: entry.id } });
    await write(clinic, beginPause, { params: { id: entry.id }, version, body });
  }
  await write('region@demo.example', changeTravelTimes, {
    version: 0,
    body: { rows: ways, why: 'Fahrplan der Wiesentalbahn und der Linienbusse.' },
  });
}
