import type { Appointment } from '@lotse/waiting-list/model';
import { partsOfDay, schedulesOf } from './day-parts';

const of = (id: string, groupId: string | null, state: Appointment['state'] = 'booked') => ({ id, groupId, state }) as Appointment;

describe('the list of a day', () => {
  it('has those of one group under one heading, and everybody else on their own', () => {
    const parts = partsOfDay([of('a', null), of('b', null), of('c', 'g'), of('d', 'g', 'cancelled'), of('e', 'h')]);
    expect(parts.map(({ appointments, group, coming }) => [appointments.map(({ id }) => id).join(), group?.groupId, coming])).toEqual([
      ['a', undefined, 1],
      ['b', undefined, 1],
      ['c,d', 'g', 1],
      ['e', 'h', 1],
    ]);
  });

  it('can be looked at by schedule, also by one that nobody comes to on that day', () => {
    const by = (...names: (string | null)[]) => names.map((scheduleName) => ({ scheduleName }) as Appointment);
    expect(schedulesOf(by('Zimmer 2', 'Zimmer 1', null, 'Zimmer 2'), undefined)).toEqual(['Zimmer 1', 'Zimmer 2']);
    expect(schedulesOf(by('Zimmer 2'), 'Dr. Rehm')).toEqual(['Dr. Rehm', 'Zimmer 2']);
  });
});
