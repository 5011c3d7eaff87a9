import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import { Chip, DeadlineRibbon, injectText, PlainDayPipe, type RowKey, type Tone, Worklist } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';
import { UrgencyMark } from '../marks/urgency-mark';
import { reasonSentence } from '../words/rank-sentence';
import { shortNoticeText } from '../words/short-notice';
import { slotFor } from '../words/slot-for';
import { spokenName } from '../words/spoken-name';
import { targetOf } from '../words/waiting-clock';
import { tableStyles } from './waiting-table.styles';

const tones: Readonly<Record<WaitingListEntry['state'], Tone>> = {
  waiting: 'plain',
  offered: 'due',
  suspended: 'paused',
  placed: 'done',
  removed: 'paused',
};

/** Everybody on a list: rank with its reason, the time waited against the target, what has happened so far. Cards on a phone. */
@Component({
  selector: 'lotse-waiting-table',
  imports: [Chip, DeadlineRibbon, PlainDayPipe, RouterLink, UrgencyMark, Worklist],
  template: `
    <div class="table-frame">
      <table class="table waiting">
        <caption class="visually-hidden">
          {{
            t('waitingList.title')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="cell-number">{{ t('waitingList.column.rank') }}</th>
            <th scope="col">{{ t('waitingList.column.person') }}</th>
            <th scope="col">{{ t('waitingList.column.urgency') }}</th>
            <th scope="col" class="col-reason">{{ t('waitingList.column.reason') }}</th>
            <th scope="col">{{ t('waitingList.column.offers') }}</th>
            @if (mayOffer()) {
              <th scope="col">
                <span class="visually-hidden">{{ t('waitingList.column.acts') }}</span>
              </th>
            }
          </tr>
        </thead>
        <tbody lotseWorklist [keys]="['t']" (rowOpen)="open($event)" (rowKey)="pressed($event)">
          @for (entry of entries(); track entry.id) {
            <tr [attr.data-row]="entry.id">
              <td class="cell-number rank" [attr.data-label]="t('waitingList.column.rank')">{{ entry.rank ?? t('waitingList.noRank') }}</td>
              <th scope="row" class="cell-main">
                <a [routerLink]="['/zuweisungen', entry.referralId]">{{ entry.personName }}</a>
                <span class="cell-sub">{{ t('waitingList.born', { day: (entry.birthDate | plainDay) }) }}</span>
                <span class="cell-sub">{{ t('waitingList.from', { name: entry.referrerName }) }}</span>
              </th>
              <td class="cell-whole col-urgency">
                <lotse-waiting-urgency [urgency]="entry.urgency" />
                <span class="cell-sub">{{ t('waitingList.received', { day: (entry.receivedAt | plainDay) }) }}</span>
              </td>
              <td class="cell-whole col-reason">
                <lotse-deadline-ribbon
                  [start]="entry.receivedAt"
                  [due]="dueOf(entry)"
                  [label]="t('waitingList.waited')"
                  [withDate]="false"
                />
                <span class="cell-sub">{{ sentenceOf(entry) }}</span>
              </td>
              <td [attr.data-label]="t('waitingList.column.offers')">
                <span>
                  @if (entry.state !== 'waiting') {
                    <lotse-chip [tone]="tones[entry.state]">{{ t('waitingList.state.' + entry.state) }}</lotse-chip><br />
                  }
                  {{ offersOf(entry) }}
                  <span class="cell-sub">{{ shortNoticeOf(entry) }}</span>
                </span>
              </td>
              @if (mayOffer()) {
                <td class="cell-acts">
                  @if (entry.state === 'waiting') {
                    <a
                      class="button is-small"
                      [routerLink]="placeFor(entry).path"
                      [queryParams]="placeFor(entry).query"
                      [attr.aria-label]="t('waitingList.offerAppointmentTo', { name: spoken(entry.personName) })"
                    >
                      {{ t('waitingList.offerAppointment') }}
                    </a>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: tableStyles,
})
export class WaitingTable {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  private readonly router = inject(Router);
  protected readonly tones = tones;
  protected readonly dueOf = targetOf;

  readonly entries = input.required<readonly WaitingListEntry[]>();
  /** The free slots of the service, by start. */
  readonly slots = input<readonly Slot[]>([]);
  readonly mayOffer = input(false);

  protected sentenceOf(entry: WaitingListEntry): string {
    return reasonSentence(this.t, entry.reason);
  }

  protected shortNoticeOf(entry: WaitingListEntry): string {
    return shortNoticeText(this.t, entry, 'line');
  }

  protected offersOf({ offersSoFar }: WaitingListEntry): string {
    return offersSoFar === 0 ? this.t('waitingList.offersSoFar.zero') : this.t('waitingList.offersSoFar', { count: offersSoFar });
  }

  /** Where somebody can be offered a slot: the next free one that fits, or the calendar, where one can be entered. */
  protected placeFor(entry: WaitingListEntry): { path: string[]; query: Record<string, string> } {
    const slot = slotFor(entry, this.slots());
    return slot ? { path: ['/termine', slot.id, 'anbieten'], query: { entry: entry.id } } : { path: ['/termine'], query: {} };
  }

  protected open(id: string): void {
    const entry = this.entries().find((candidate) => candidate.id === id);
    if (entry) void this.router.navigate(['/zuweisungen', entry.referralId]);
  }

  protected pressed({ row }: RowKey): void {
    const entry = this.entries().find((candidate) => candidate.id === row);
    if (!this.mayOffer() || entry?.state !== 'waiting') return;
    const { path, query } = this.placeFor(entry);
    void this.router.navigate(path, { queryParams: query });
  }
}
