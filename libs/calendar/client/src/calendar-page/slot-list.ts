import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Cell, Chip, dayText, Grid, Icon, injectText, Language, type GridColumn, type RowAct } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf } from '@lotse/kernel';
import { actsOn } from '../slot-acts';
import { standingOf } from '../slot-standing';
import { injectSlotTexts } from '../slot-texts';
import type { ShownSlot } from '../week/groups';

/** The slots of some days as rows: the way for the keyboard, for screen readers and for the phone. */
@Component({
  selector: 'lotse-slot-list',
  imports: [Cell, Chip, Grid, Icon, RouterLink],
  template: `
    <lotse-grid
      [label]="label()"
      [rows]="slots()"
      [columns]="columns()"
      [nameOf]="nameOf"
      [acts]="['new']"
      (rowOpen)="router.navigate(['/termine', $event])"
      (rowAct)="acted($event)"
    >
      <ng-template lotseCell="when" [lotseCellOf]="slots()" let-row>
        <a [routerLink]="['/termine', row.id]" tabindex="-1">{{ dayOf(row) }}</a>
        <span class="slot-when">{{ texts.span(row) }}</span>
      </ng-template>
      <ng-template lotseCell="whose" [lotseCellOf]="slots()" let-row>
        {{ row.scheduleName }}
        <span class="cell-sub">{{ row.serviceName }}</span>
      </ng-template>
      <ng-template lotseCell="how" [lotseCellOf]="slots()" let-row>
        {{ texts.mode(row) }}
        @if (row.resources.length > 0) {
          <span class="cell-sub">{{ namesOf(row) }}</span>
        }
      </ng-template>
      <ng-template lotseCell="state" [lotseCellOf]="slots()" let-row>
        <span class="cluster">
          <lotse-chip [tone]="standingOf(row).tone" [icon]="standingOf(row).icon">{{ texts.shortStanding(row) }}</lotse-chip>
          @if (row.overbooked) {
            <lotse-chip tone="due" icon="triangle-alert">{{ t('calendar.overbooked') }}</lotse-chip>
          }
        </span>
        @if (texts.until(row); as until) {
          <span class="cell-sub">{{ until }}</span>
        }
      </ng-template>
      <ng-template lotseCell="acts" [lotseCellOf]="slots()" let-row>
        @if (actsOf(row); as acts) {
          @if (acts.offer || acts.seeOffer) {
            <a
              class="button is-small"
              tabindex="-1"
              [routerLink]="['/termine', row.id, 'anbieten']"
              [attr.aria-label]="t(acts.offer ? 'calendar.act.offerSlot' : 'calendar.act.seeOfferOf', { slot: texts.whole(row) })"
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
              [queryParams]="{ tag: calendarDay(row) }"
              [attr.aria-label]="t('calendar.act.whoComesTo', { slot: texts.whole(row) })"
              >{{ t('calendar.act.whoComes') }}</a
            >
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
  protected readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);

  readonly label = input.required<string>();
  readonly slots = input.required<readonly ShownSlot[]>();
  /** Somebody wants to enter a new slot. */
  readonly add = output();

  protected readonly standingOf = standingOf;
  protected readonly columns = computed<GridColumn[]>(() => [
    { key: 'when', label: this.t('calendar.column.when'), place: 'main', width: '17%', fixed: true },
    { key: 'whose', label: this.t('calendar.column.whose'), place: 'sub', width: '24%', fixed: true },
    { key: 'how', label: this.t('calendar.column.how'), place: 'extra', width: '16%', fixed: true },
    { key: 'state', label: this.t('calendar.column.state'), place: 'marks', width: '22%', fixed: true },
    { key: 'acts', label: this.t('calendar.column.acts'), place: 'more', width: '21%', fixed: true },
  ]);

  protected nameOf = (slot: ShownSlot): string => `${this.texts.whole(slot)}, ${slot.scheduleName}`;
  protected dayOf = (slot: ShownSlot): string => dayText(slot.startsAt, this.language.current());
  protected calendarDay = (slot: ShownSlot): string => calendarDayOf(new Date(slot.startsAt));
  protected namesOf = ({ resources }: ShownSlot): string => resources.map(({ name }) => name).join(', ');
  protected actsOf = (slot: ShownSlot) => actsOn(slot, (permission) => this.session.may(permission));

  protected acted({ act }: RowAct): void {
    if (act === 'new') this.add.emit();
  }
}
