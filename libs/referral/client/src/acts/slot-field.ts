import { Component, computed, inject, input, output } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText, Language, momentText } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDayOf, instantAt, type AnswerOf } from '@lotse/kernel';
import { freeSlots } from './slot.contracts';

const ahead = 60;

type FreeSlot = AnswerOf<typeof freeSlots>['items'][number];

interface SlotGroup {
  readonly serviceId: string;
  readonly name: string;
  readonly slots: { id: string; text: string }[];
}

/** Which free slot of the own calendar: those of the next weeks, the earliest first; those of the referral's own service before all others. */
@Component({
  selector: 'lotse-slot-field',
  imports: [Control, Field],
  template: `
    <lotse-field [label]="label()" name="slotId" [problem]="problem()" [error]="error()" [hint]="hint()">
      <select lotseControl (change)="choose.emit($any($event.target).value)">
        <option value="" disabled [selected]="!value()">{{ t('referral.act.choose') }}</option>
        @for (group of groups(); track group.serviceId) {
          <optgroup [label]="group.name">
            @for (slot of group.slots; track slot.id) {
              <option [value]="slot.id" [selected]="value() === slot.id">{{ slot.text }}</option>
            }
          </optgroup>
        }
      </select>
    </lotse-field>
  `,
})
export class SlotField {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly api = inject(Api);
  readonly label = input.required<string>();
  readonly problem = input<ApiProblem>();
  readonly error = input<string>();
  readonly value = input<string>();
  /** The service that the referral is with. */
  readonly serviceId = input<string | null>();
  readonly choose = output<string>();

  private readonly from = new Date();
  private readonly query = {
    from: this.from.toISOString(),
    to: instantAt(addCalendarDays(calendarDayOf(this.from), ahead)).toISOString(),
    state: 'open',
    limit: 100,
  };
  /** Asked for by themselves: a busy calendar of another service must not crowd them out. */
  private readonly own = this.api.read(freeSlots, () => {
    const serviceId = this.serviceId();
    return serviceId ? { query: { ...this.query, serviceId } } : undefined;
  });
  private readonly all = this.api.read(freeSlots, () => ({ query: this.query }));
  private readonly isRead = computed(() => this.all.hasValue() && (!this.serviceId() || this.own.hasValue()));

  protected readonly groups = computed((): SlotGroup[] => {
    const own = this.own.hasValue() ? this.own.value().items : [];
    const others = this.all.hasValue() ? this.all.value().items.filter(({ serviceId }) => serviceId !== this.serviceId()) : [];
    return groupsOf([...own, ...others], (slot, free) => this.textOf(slot, free));
  });
  protected readonly hint = computed(() => {
    if (!this.isRead()) return '';
    const [first] = this.groups();
    if (!first) return this.t('referral.field.noSlots');
    return this.serviceId() && first.serviceId !== this.serviceId() ? this.t('referral.field.noOwnSlots') : '';
  });

  /** When, whose, how or where if that is not at the service, and of a group how many places are left. */
  private textOf({ startsAt, scheduleName, mode, outreach, municipalityName, places }: FreeSlot, free: number): string {
    const village = outreach ? this.t('referral.appointment.inPlace', { place: municipalityName }) : undefined;
    const how = mode === 'on_site' ? village : this.t(`referral.appointment.mode.${mode}`);
    const left = places > 1 ? this.t('referral.field.placesFree', { free, places }) : undefined;
    return [momentText(startsAt, this.language.current()), scheduleName, how, left].filter(Boolean).join(' · ');
  }
}

/** By service, in the order in which they come; what has begun meanwhile is no choice, and the places of a group are one. */
function groupsOf(slots: readonly FreeSlot[], textOf: (slot: FreeSlot, free: number) => string): SlotGroup[] {
  const groups = new Map<string, SlotGroup>();
  const places = new Map<string, number>();
  for (const { groupId } of slots) places.set(groupId, (places.get(groupId) ?? 0) + 1);
  for (const slot of slots) {
    const { id, startsAt, serviceId, serviceName, groupId } = slot;
    const free = places.get(groupId);
    if (Date.parse(startsAt) <= Date.now() || free === undefined) continue;
    places.delete(groupId);
    const group = groups.get(serviceId) ?? { serviceId, name: serviceName, slots: [] };
    groups.set(serviceId, group);
    group.slots.push({ id, text: textOf(slot, free) });
  }
  return [...groups.values()];
}
