import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Absence } from '@lotse/calendar/model';
import { Cell, Chip, dayText, Grid, Icon, injectText, Language, type GridColumn, type RowAct } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf } from '@lotse/kernel';
import { injectAbsenceTexts } from '../absences/absence-texts';
import { actsOn } from '../slot-acts';
import { standingOf } from '../slot-standing';
import { injectSlotTexts } from '../slot-texts';
import type { ShownSlot } from '../week/groups';
import { listRows, type ListRow } from '../week/list-rows';

/** The slots of some days as rows: the way for the keyboard, for screen readers and for the phone. */
@Component({
  selector: 'lotse-slot-list',
  imports: [Cell, Chip, Grid, Icon, RouterLink],
  template: `
    <lotse-grid
      [label]="label()"
      [rows]="rows()"
      [columns]="columns()"
      [nameOf]="nameOf"
      [acts]="['new']"
      (rowOpen)="opened($event)"
      (rowAct)="acted($event)"
    >
      <ng-template lotseCell="when" [lotseCellOf]="rows()" let-row>
        @if (row.slot; as slot) {
          <a [routerLink]="['/termine', slot.id]" tabindex="-1">{{ dayOf(slot) }}</a>
          <span class="slot-when">{{ texts.span(slot) }}</span>
        } @else if (row.absence; as absence) {
          <a routerLink="/termine/abwesenheiten" tabindex="-1">{{ absenceTexts.span(absence) }}</a>
        }
      </ng-template>
      <ng-template lotseCell="whose" [lotseCellOf]="rows()" let-row>
        {{ row.slot?.scheduleName ?? row.absence?.staffName }}
        <span class="cell-sub">{{ row.slot?.serviceName ?? (row.absence && absenceTexts.deputy(row.absence)) }}</span>
      </ng-template>
      <ng-template lotseCell="how" [lotseCellOf]="rows()" let-row>
        @if (row.slot; as slot) {
          {{ texts.mode(slot) }}
          @if (slot.resources.length > 0) {
            <span class="cell-sub">{{ namesOf(slot) }}</span>
          }
        } @else if (row.absence; as absence) {
          {{ t('calendar.absence.reasons.' + absence.reason) }}
        }
      </ng-template>
      <ng-template lotseCell="state" [lotseCellOf]="rows()" let-row>
        @if (row.slot; as slot) {
          <span class="cluster">
            <lotse-chip [tone]="standingOf(slot).tone" [icon]="standingOf(slot).icon">{{ texts.shortStanding(slot) }}</lotse-chip>
            @if (slot.overbooked) {
              <lotse-chip tone="due" icon="triangle-alert">{{ t('calendar.overbooked') }}</lotse-chip>
            }
            @if (slot.away; as away) {
              <lotse-chip tone="due" icon="door-open">{{ t('calendar.absence.away', { name: away.staffName }) }}</lotse-chip>
            }
          </span>
          @if (texts.until(slot); as until) {
            <span class="cell-sub">{{ until }}</span>
          }
        } @else {
          <lotse-chip tone="paused" icon="door-open">{{ t('calendar.absence.marked') }}</lotse-chip>
        }
      </ng-template>
      <ng-template lotseCell="acts" [lotseCellOf]="rows()" let-row>
        @if (row.slot; as slot) {
          @if (actsOf(slot); as acts) {
            @if (acts.offer || acts.seeOffer) {
              <a
                class="button is-small"
                tabindex="-1"
                [routerLink]="['/termine', slot.id, 'anbieten']"
                [attr.aria-label]="t(acts.offer ? 'calendar.act.offerSlot' : 'calendar.act.seeOfferOf', { slot: texts.whole(slot) })"
              >
                @if (acts.offer) {
                  <lotse-icon name="send" [size]="15" />
                }
                {{ t(acts.offer ? 'calendar.act.offer' : 'calendar.act.seeOffer') }}
              </a>
            } @else if (acts.whoComes) {
              <a
                class="button is-small"
                tabindex="-1"
                routerLink="/termine/heute"
                [queryParams]="{ tag: calendarDay(slot) }"
                [attr.aria-label]="t('calendar.act.whoComesTo', { slot: texts.whole(slot) })"
                >{{ t('calendar.act.whoComes') }}</a
              >
            }
          }
        }
      </ng-template>
    </lotse-grid>
  `,
  styles: `
    .slot-when {
      display: block;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SlotList {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  protected readonly absenceTexts = injectAbsenceTexts();
  protected readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);

  readonly label = input.required<string>();
  readonly slots = input.required<readonly ShownSlot[]>();
  /** Who is away on any of the days, the first of which is `from`. */
  readonly absences = input<readonly Absence[]>([]);
  readonly from = input('');
  /** Somebody wants to enter a new slot. */
  readonly add = output();

  protected readonly rows = computed(() => listRows(this.slots(), this.absences(), this.from()));
  protected readonly standingOf = standingOf;
  protected readonly columns = computed<GridColumn[]>(() => [
    { key: 'when', label: this.t('calendar.column.when'), place: 'main', width: '17%', fixed: true },
    { key: 'whose', label: this.t('calendar.column.whose'), place: 'sub', width: '24%', fixed: true },
    { key: 'how', label: this.t('calendar.column.how'), place: 'extra', width: '16%', fixed: true },
    { key: 'state', label: this.t('calendar.column.state'), place: 'marks', width: '22%', fixed: true },
    { key: 'acts', label: this.t('calendar.column.acts'), place: 'more', width: '21%', fixed: true },
  ]);

  protected nameOf = ({ slot, absence }: ListRow): string =>
    slot ? `${this.texts.whole(slot)}, ${slot.scheduleName}` : absence ? this.absenceTexts.whole(absence) : '';
  protected dayOf = (slot: ShownSlot): string => dayText(slot.startsAt, this.language.current());
  protected calendarDay = (slot: ShownSlot): string => calendarDayOf(new Date(slot.startsAt));
  protected namesOf = ({ resources }: ShownSlot): string => resources.map(({ name }) => name).join(', ');
  protected actsOf = (slot: ShownSlot) => actsOn(slot, (permission) => this.session.may(permission));

  protected opened(id: string): void {
    void this.router.navigate(['/termine', this.slots().some((slot) => slot.id === id) ? id : 'abwesenheiten']);
  }

  protected acted({ act }: RowAct): void {
    if (act === 'new') this.add.emit();
  }
}
