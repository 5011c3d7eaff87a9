import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDaySchema } from '@lotse/kernel';
import { readCountyAging, readCountyFunnel, readCountySlotWeek, readCountyWaits } from '@lotse/waiting-list/model';
import { FunnelPicture } from '../pictures/funnel-picture';
import { picturesTexts } from '../pictures/pictures-texts';
import { WaitsPicture } from '../pictures/waits-picture';
import { CountyAgingPicture } from './county-aging-picture';
import { SlotWeekPicture } from './slot-week-picture';
import { WaitsByService } from './waits-by-service';

/** `/auswertung`: what the waiting lists and slots of the county look like, without names and small numbers. */
@Component({
  selector: 'lotse-county-pictures-page',
  imports: [CountyAgingPicture, FunnelPicture, Icon, Loaded, Page, RouterLink, SlotWeekPicture, State, WaitsByService, WaitsPicture],
  template: `
    <lotse-page [title]="t('pictures.county.title')" [lead]="t('pictures.county.lead')" width="full">
      <ng-container pageActs>
        <button type="button" class="button no-print not-on-phone" (click)="print()">
          <lotse-icon name="printer" [size]="16" />{{ t('pictures.county.print') }}
        </button>
      </ng-container>
      <div class="pictures">
        <lotse-state [of]="aging" [rows]="6">
          <ng-template [lotseLoaded]="aging" let-found><lotse-county-aging-picture [of]="found" /></ng-template>
        </lotse-state>
        <lotse-state [of]="waits" [rows]="4">
          <ng-template [lotseLoaded]="waits" let-found>
            <div class="pictures">
              <lotse-waits-picture [of]="found" />
              <lotse-waits-by-service [services]="found.services" />
            </div>
          </ng-template>
        </lotse-state>
        <lotse-state [of]="funnel" [rows]="4">
          <ng-template [lotseLoaded]="funnel" let-found><lotse-funnel-picture [of]="found" /></ng-template>
        </lotse-state>
        <lotse-state [of]="slots" [rows]="4">
          <ng-template [lotseLoaded]="slots" let-found
            ><lotse-slot-week-picture [of]="found">
              <nav class="cluster no-print" [attr.aria-label]="t('pictures.county.slots.weeks')">
                <a class="button is-small" routerLink="." [queryParams]="{ woche: weekAfter(found.from, -7) }"
                  ><lotse-icon name="chevron-left" [size]="16" />{{ t('pictures.county.slots.before') }}</a
                >
                <a class="button is-small" routerLink="." [queryParams]="{ woche: weekAfter(found.from, 7) }"
                  >{{ t('pictures.county.slots.after') }}<lotse-icon name="chevron-right" [size]="16"
                /></a>
              </nav> </lotse-slot-week-picture
          ></ng-template>
        </lotse-state>
      </div>
    </lotse-page>
  `,
  styles: `
    .pictures {
      display: grid;
      gap: var(--space-5);
    }
    .pictures > * {
      min-inline-size: 0;
    }
  `,
})
export class CountyPicturesPage {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly api = inject(Api);
  /** A day of the week whose slots are shown; this week without one. */
  readonly woche = input<string>();

  protected readonly aging = this.api.read(readCountyAging, () => ({}));
  protected readonly waits = this.api.read(readCountyWaits, () => ({}));
  protected readonly funnel = this.api.read(readCountyFunnel, () => ({}));
  protected readonly slots = this.api.read(readCountySlotWeek, () => ({ query: { week: calendarDaySchema.safeParse(this.woche()).data } }));
  protected readonly weekAfter = addCalendarDays;

  protected print(): void {
    window.print();
  }
}
