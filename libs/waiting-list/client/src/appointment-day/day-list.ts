import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, clockText, Icon, injectText, Language, PlainDayPipe, type RowKey, Table, Worklist } from '@lotse/client-kit/ui';
import { NotReleased } from '@lotse/people/client';
import type { Appointment } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';
import { dayActs, iconOfDayAct, keyOfDayAct, toneOfState, wordOfDayAct, type DayAct } from './day-act';
import { partsOfDay } from './day-parts';
import { DayReasons } from './day-reasons';

/** What somebody does with an appointment of the day. */
export interface ActOnAppointment {
  readonly appointment: Appointment;
  readonly act: DayAct;
}

/** Who comes on a day, in the order of time; one key for each thing that can become of it. */
@Component({
  selector: 'lotse-day-list',
  imports: [Chip, Icon, NotReleased, PhoneLink, PlainDayPipe, RouterLink, Table, Worklist],
  templateUrl: './day-list.html',
  styles: `
    .time {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .reference {
      white-space: nowrap;
    }
    .is-over .time {
      color: var(--muted);
    }
    .table tbody tr.group th {
      background: var(--paper);
      font-weight: 400;
    }
    .group strong {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class DayList {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly county = inject(DayReasons);

  readonly appointments = input.required<readonly Appointment[]>();
  readonly now = input.required<Date>();
  readonly may = input.required<(act: DayAct) => boolean>();
  readonly act = output<ActOnAppointment>();

  protected readonly parts = computed(() => partsOfDay(this.appointments()));
  protected readonly keys = Object.values(keyOfDayAct);
  protected readonly toneOf = toneOfState;
  protected readonly iconOf = iconOfDayAct;
  protected readonly wordOf = wordOfDayAct;
  protected readonly actsOf = (one: Appointment): DayAct[] => dayActs(one, this.now()).filter((act) => this.may()(act));

  protected span({ startsAt, endsAt }: Appointment): string {
    const code = this.language.current();
    const clock = (moment: string) => clockText(moment, code).replace(/\sUhr$/, '');
    return endsAt ? `${clock(startsAt)}–${clock(endsAt)}` : clock(startsAt);
  }

  /** `vor Ort`, `vor Ort in Schönau`, `Video` */
  protected howOf({ mode, outreachIn }: Appointment): string {
    const word = this.t(`waitingList.slot.mode.${mode}`);
    return outreachIn ? this.t('waitingList.slot.outreach', { mode: word, place: outreachIn }) : word;
  }

  protected mayCall({ state, phone }: Appointment): boolean {
    return state === 'booked' && !!phone;
  }

  protected nameOf({ personName, reference }: Appointment): string {
    return personName || reference;
  }

  /** What stands behind the state: since when, whose cancellation, why. */
  protected standing(one: Appointment): string {
    const at = (moment: string) => clockText(moment, this.language.current());
    if (one.state === 'arrived' && one.arrivedAt) return this.t('appointmentDay.since', { time: at(one.arrivedAt) });
    if (one.state === 'missed' || one.state === 'left') return one.missedReason ? this.county.wordsOf(['no_show'], one.missedReason) : '';
    if (one.state !== 'cancelled') return '';
    if (one.cancelledBy === null) return '';
    const reason = one.cancelReason ? this.county.wordsOf([`cancel_by_${one.cancelledBy}`], one.cancelReason) : '';
    return [this.t(`appointmentDay.cancelledBy.${one.cancelledBy}`), reason].filter(Boolean).join(': ');
  }

  protected movedTo({ movedTo }: Appointment): string {
    if (!movedTo) return '';
    const code = this.language.current();
    const day = new Intl.DateTimeFormat(code, { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'Europe/Berlin' }).format(
      new Date(movedTo),
    );
    return this.t('appointmentDay.movedTo', { when: `${day} ${clockText(movedTo, code)}` });
  }

  protected pressed({ row, key }: RowKey): void {
    const appointment = this.appointments().find(({ id }) => id === row);
    const act = appointment && this.actsOf(appointment).find((one) => keyOfDayAct[one] === key);
    if (act) this.act.emit({ appointment, act });
  }
}
