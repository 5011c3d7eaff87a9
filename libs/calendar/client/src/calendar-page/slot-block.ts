import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, type IconName, injectText, Popup } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf } from '@lotse/kernel';
import { injectAbsenceTexts } from '../absences/absence-texts';
import { actsOn } from '../slot-acts';
import { standingOf } from '../slot-standing';
import { injectSlotTexts } from '../slot-texts';
import type { ShownSlot } from '../week/groups';

/** A slot in the picture of the week: what it is, and, pressed, what can be done with it. */
@Component({
  selector: 'lotse-slot-block',
  imports: [Icon, Popup, RouterLink],
  template: `
    <lotse-popup [buttonClass]="buttonClass()">
      <ng-container popupButton>
        <span class="slot-time">{{ narrow() ? texts.start(slot()) : texts.shortSpan(slot()) }}</span>
        <span class="slot-state"
          ><lotse-icon [name]="icon()" [size]="13" /><span>{{ stateText() }}</span></span
        >
        @if (lines() > 2) {
          <span>{{ slot().scheduleName }}</span>
        }
        @if (lines() > 3) {
          <span>{{ texts.mode(slot()) }}</span>
        }
      </ng-container>
      <div class="slot-panel">
        <p class="slot-panel-time">{{ texts.whole(slot()) }}</p>
        <p>{{ slot().scheduleName }} · {{ texts.mode(slot()) }}</p>
        <p class="muted small">{{ slot().serviceName }}</p>
        @if (resources(); as names) {
          <p class="small">{{ t('calendar.slot.resources') }}: {{ names }}</p>
        }
        @if (slot().overbooked) {
          <p class="small">{{ t('calendar.overbooked') }}</p>
        }
        @if (slot().away; as away) {
          <p class="small">{{ absenceTexts.whole(away) }}</p>
        }
        @if (slot().places > 1) {
          <p class="small">{{ texts.standing(slot()) }}</p>
        } @else if (standing().key !== 'open') {
          <p class="small">{{ t('calendar.about.' + standing().key) }}</p>
        }
        @if (standing().key === 'held' && slot().places === 1) {
          <p class="small">{{ texts.standing(slot()) }}</p>
        }
      </div>
      @if (acts().offer) {
        <a class="menu-item" [routerLink]="['/termine', slot().id, 'anbieten']"
          ><lotse-icon name="send" [size]="16" />{{ t('calendar.act.offer') }}</a
        >
      }
      @if (acts().seeOffer) {
        <a class="menu-item" [routerLink]="['/termine', slot().id, 'anbieten']"
          ><lotse-icon name="eye" [size]="16" />{{ t('calendar.act.seeOffer') }}</a
        >
      }
      @if (acts().whoComes) {
        <a class="menu-item" routerLink="/termine/heute" [queryParams]="{ tag: day() }"
          ><lotse-icon name="user-check" [size]="16" />{{ t('calendar.act.whoComes') }}</a
        >
      }
      @if (acts().move) {
        <button type="button" class="menu-item" (click)="moveAsked.emit()">
          <lotse-icon name="calendar-clock" [size]="16" />{{ t('calendar.act.move') }}
        </button>
      }
      @if (acts().cancel) {
        <button type="button" class="menu-item" (click)="cancelAsked.emit()">
          <lotse-icon name="calendar-x" [size]="16" />{{ t('calendar.act.cancel') }}
        </button>
      }
      <a class="menu-item" [routerLink]="['/termine', slot().id]"
        ><lotse-icon name="arrow-right" [size]="16" />{{ t('calendar.act.show') }}</a
      >
    </lotse-popup>
  `,
})
export class SlotBlock {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  protected readonly absenceTexts = injectAbsenceTexts();
  private readonly session = inject(CurrentSession);

  readonly slot = input.required<ShownSlot>();
  /** How many lines there is room for; in a single one time and state stand side by side. */
  readonly lines = input(3);
  /** Several beside one another: the start is enough. */
  readonly narrow = input(false);
  readonly cancelAsked = output();
  readonly moveAsked = output();

  protected readonly standing = computed(() => standingOf(this.slot()));
  protected readonly resources = computed(() =>
    this.slot()
      .resources.map(({ name }) => name)
      .join(', '),
  );
  protected readonly day = computed(() => calendarDayOf(new Date(this.slot().startsAt)));
  protected readonly acts = computed(() => actsOn(this.slot(), (permission) => this.session.may(permission)));
  /** What somebody has to look at; it stands beside how the slot stands. */
  private readonly mark = computed<{ icon: IconName; text: string } | undefined>(() => {
    if (this.slot().away) return { icon: 'door-open', text: 'calendar.absence.marked' };
    return this.slot().overbooked ? { icon: 'triangle-alert', text: 'calendar.overbookedMark' } : undefined;
  });
  protected readonly icon = computed(() => this.mark()?.icon ?? this.standing().icon);
  protected readonly stateText = computed(() => {
    const mark = this.mark();
    return mark ? `${this.texts.shortStanding(this.slot())}, ${this.t(mark.text)}` : this.standingText();
  });
  /** Where there is room it says until when; what is not at the clinic says that instead. A group says how many of its places are free. */
  private readonly standingText = computed(() => {
    const slot = this.slot();
    if (this.isElsewhere() && this.lines() > 1 && this.lines() < 4) return `${this.texts.shortStanding(slot)} · ${this.texts.mode(slot)}`;
    if (slot.places > 1 || (this.standing().key === 'held' && !this.narrow() && this.lines() > 1)) return this.texts.standing(slot);
    return this.t(`calendar.standing.${this.standing().key}`);
  });
  /** Not simply at the clinic: that is said as soon as there is a second line. */
  private readonly isElsewhere = computed(() => this.slot().mode !== 'on_site' || this.slot().outreach);
  protected readonly buttonClass = computed(
    () =>
      `slot-block is-${this.standing().key}${this.lines() === 1 ? ' is-short' : ''}${this.narrow() ? ' is-narrow' : ''}${this.slot().away ? ' is-away' : ''}`,
  );
}
