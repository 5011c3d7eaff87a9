import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, DeadlineRibbon, injectText, PlainDayPipe, Table } from '@lotse/client-kit/ui';
import type { ListRound } from '@lotse/waiting-list/model';

/** Rounds, each with how far it has come. */
@Component({
  selector: 'lotse-rounds-table',
  imports: [Chip, DeadlineRibbon, PlainDayPipe, RouterLink, Table],
  template: `
    <lotse-table
      [caption]="t('listCare.rounds.caption')"
      [columns]="[t('listCare.column.round'), t('listCare.column.progress'), t('listCare.column.due')]"
    >
      <tbody>
        @for (round of rounds(); track round.id) {
          <tr>
            <th scope="row" class="cell-main">
              <a [routerLink]="['/warteliste', 'pruefung', round.id]">{{ round.serviceName }}</a>
              <span class="cell-sub">
                {{ t('listCare.kind.' + round.kind) }} · {{ t('listCare.source.' + round.source, { day: round.beginsOn | plainDay }) }}
              </span>
            </th>
            <td [attr.data-label]="t('listCare.column.progress')">
              <progress
                [value]="round.answered"
                [max]="round.people || 1"
                [attr.aria-label]="t('listCare.progress', { done: round.answered, all: round.people })"
              ></progress>
              <span class="cell-sub">
                {{ t('listCare.progress', { done: round.answered, all: round.people }) }}
                @if (round.notReached > 0) {
                  · {{ t('listCare.notReached', { count: round.notReached }) }}
                }
              </span>
              @if (round.toDecide > 0) {
                <lotse-chip tone="due">{{ t('listCare.toDecide', { count: round.toDecide }) }}</lotse-chip>
              }
            </td>
            <td [attr.data-label]="t('listCare.column.due')">
              @if (round.closedAt; as closed) {
                {{ t('listCare.closedOn', { day: closed | plainDay }) }}
              } @else {
                <lotse-deadline-ribbon [start]="round.beginsOn" [due]="round.dueAt" variant="row" />
              }
            </td>
          </tr>
        }
      </tbody>
    </lotse-table>
  `,
  styles: `
    progress {
      inline-size: min(220px, 100%);
      block-size: 8px;
      accent-color: var(--pine);
    }
  `,
})
export class RoundsTable {
  protected readonly t = injectText();
  readonly rounds = input.required<readonly ListRound[]>();
}
