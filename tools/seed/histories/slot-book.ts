import { calendarDayOf, instantAt } from '@lotse/kernel';
import { serviceOf } from '../county/services';
import { scheduleId } from '../county/write-counties';
import type { Chance } from '../random';
import type { WorkingTime } from '../working-time';
import type { PlannedSlot } from './deed';

/** When first talks are given. */
const hours = ['08:30', '09:30', '10:30', '11:30', '13:30', '14:30', '15:30'] as const;

/** Hands out times in the schedules of services; no time of a schedule is handed out twice. */
export class SlotBook {
  private readonly used = new Set<string>();
  private count = 0;

  constructor(
    private readonly luck: Chance,
    private readonly time: WorkingTime,
  ) {}

  /** A slot on the working day so many days from today, or on the first one after it that has a time left. */
  slot(service: string, workingDay: number, isStaged: boolean): PlannedSlot {
    for (let day = workingDay; ; day++) {
      const schedule = this.luck.one(serviceOf(service).schedules!);
      const hour = this.luck.shuffled(hours).find((candidate) => this.isFree(schedule, day, candidate));
      if (hour) return this.take(service, schedule, day, hour, isStaged);
    }
  }

  private isFree(schedule: string, day: number, hour: string): boolean {
    const startsAt = instantAt(this.time.day(day), hour);
    // Today's times would be over before the morning is.
    return day !== 0 && !this.used.has(`${schedule} ${startsAt.getTime()}`) && calendarDayOf(startsAt) !== calendarDayOf(this.time.now);
  }

  private take(service: string, schedule: string, day: number, hour: string, isStaged: boolean): PlannedSlot {
    const startsAt = instantAt(this.time.day(day), hour);
    this.used.add(`${schedule} ${startsAt.getTime()}`);
    return {
      kind: 'openSlot',
      slot: `slot-${++this.count}`,
      service,
      schedule: scheduleId(service, schedule),
      startsAt,
      minutes: serviceOf(service).category === 'psychotherapy' ? 50 : this.luck.one([45, 60]),
      mode: this.luck.percent(82) ? 'on_site' : this.luck.one(['video', 'phone'] as const),
      isStaged,
    };
  }
}
