import { Component, computed, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Failure, injectText, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { readAging, readFunnel, readListOutOfTurn, readWaitingLists, readWaits } from '@lotse/waiting-list/model';
import { ListSwitch } from '../waiting-list-page/list-switch';
import { ViewSwitch } from '../waiting-list-page/view-switch';
import { AgingPicture } from './aging-picture';
import { FunnelPicture } from './funnel-picture';
import { OutOfTurnFigure } from './out-of-turn-figure';
import { picturesTexts } from './pictures-texts';
import { WaitsPicture } from './waits-picture';

/** `/warteliste/bilder`: what a list looks like. The list stands in the address, as on the list itself. */
@Component({
  selector: 'lotse-waiting-pictures-page',
  imports: [AgingPicture, Failure, FunnelPicture, ListSwitch, Loaded, Notice, OutOfTurnFigure, Page, State, ViewSwitch, WaitsPicture],
  template: `
    <lotse-page [title]="t('pictures.title')" [lead]="t('pictures.lead')" width="full">
      <ng-container pageActs><lotse-view-switch view="pictures" /></ng-container>
      @if (lists.status() === 'error') {
        <lotse-failure [problem]="lists.error()" (retry)="lists.reload()" />
      } @else if (lists.hasValue() && lists.value().items.length === 0) {
        <lotse-notice tone="plain">{{ t('waitingList.lists.none') }}</lotse-notice>
      } @else {
        @if (lists.hasValue()) {
          <lotse-list-switch [lists]="lists.value().items" [chosen]="chosen()?.id" />
        }
        <div class="pictures">
          <lotse-state [of]="aging" [rows]="6">
            <ng-template [lotseLoaded]="aging" let-found><lotse-aging-picture [of]="found" /></ng-template>
          </lotse-state>
          <lotse-state [of]="waits" [rows]="4">
            <ng-template [lotseLoaded]="waits" let-found><lotse-waits-picture [of]="found" /></ng-template>
          </lotse-state>
          <lotse-state [of]="funnel" [rows]="4">
            <ng-template [lotseLoaded]="funnel" let-found><lotse-funnel-picture [of]="found" /></ng-template>
          </lotse-state>
          <lotse-state [of]="turns" [rows]="3">
            <ng-template [lotseLoaded]="turns" let-found><lotse-out-of-turn-figure [of]="found" /></ng-template>
          </lotse-state>
        </div>
      }
    </lotse-page>
  `,
  styles: `
    lotse-list-switch {
      display: block;
      margin-block-end: var(--space-4);
    }
    .pictures {
      display: grid;
      gap: var(--space-5);
    }
    .pictures > * {
      min-inline-size: 0;
    }
  `,
})
export class WaitingPicturesPage {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly api = inject(Api);
  /** The list that is looked at; the first one if the address names none. */
  readonly list = input<string>();

  protected readonly lists = this.api.read(readWaitingLists, () => ({}));
  protected readonly chosen = computed(() => {
    if (!this.lists.hasValue()) return undefined;
    const { items } = this.lists.value();
    return items.find(({ id }) => id === this.list()) ?? items[0];
  });
  private readonly chosenId = computed(() => this.chosen()?.id);
  private readonly ofChosen = () => {
    const id = this.chosenId();
    return id === undefined ? undefined : { params: { id } };
  };
  protected readonly aging = this.api.read(readAging, this.ofChosen);
  protected readonly waits = this.api.read(readWaits, this.ofChosen);
  protected readonly funnel = this.api.read(readFunnel, this.ofChosen);
  protected readonly turns = this.api.read(readListOutOfTurn, this.ofChosen);
}
