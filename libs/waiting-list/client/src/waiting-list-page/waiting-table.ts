import { Component, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Slot } from '@lotse/calendar/model';
import {
  BornPipe,
  Cell,
  Chip,
  DeadlineRibbon,
  Grid,
  injectText,
  Language,
  PlainDayPipe,
  plainDayText,
  type GridColumn,
  type KeyAct,
  type RowAct,
  type Selection,
  type Tone,
} from '@lotse/client-kit/ui';
import { DoubleMark } from '@lotse/people/client';
import { isUnchecked, ranksKnown, type WaitingListEntry } from '@lotse/waiting-list/model';
import { careTexts } from '../list-care/care-texts';
import { entryTexts } from '../waiting-entry/entry-texts';
import { pauseText } from '../waiting-entry/pause-words';
import { windowsText } from '../waiting-entry/wishes-words';
import { UrgencyMark } from '../marks/urgency-mark';
import { numberText } from '../words/number-text';
import { reasonSentence } from '../words/rank-sentence';
import { shortNoticeText } from '../words/short-notice';
import { slotFor } from '../words/slot-for';
import { spokenName } from '../words/spoken-name';
import { targetOf } from '../words/waiting-clock';

const tones: Readonly<Record<WaitingListEntry['state'], Tone>> = {
  waiting: 'plain',
  offered: 'due',
  suspended: 'paused',
  placed: 'done',
  removed: 'paused',
};

/** Everybody on a list: rank with its reason, the time waited against the target, what has happened so far. `t` offers a slot. */
@Component({
  selector: 'lotse-waiting-table',
  imports: [BornPipe, Cell, Chip, DeadlineRibbon, DoubleMark, Grid, PlainDayPipe, RouterLink, UrgencyMark],
  templateUrl: './waiting-table.html',
  styles: `
    .rank {
      font-size: var(--text-large);
      font-weight: 620;
      line-height: 1.2;
    }
    .rank.is-uncounted {
      font-size: var(--text-note);
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
    }
    @media screen {
      @container grid (max-width: 759px) {
        .rank {
          display: block;
          min-inline-size: 32px;
          padding: 1px 6px;
          border-radius: var(--radius);
          background: var(--selected);
          color: var(--pine);
          text-align: center;
        }
        .rank.is-uncounted {
          inline-size: min-content;
          padding-inline: 4px;
        }
      }
    }
  `,
})
export class WaitingTable {
  protected readonly t = injectText();
  protected readonly careText = injectText('listCare', careTexts);
  private readonly entryText = injectText('waitingEntry', entryTexts);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly tones = tones;
  protected readonly dueOf = targetOf;
  protected readonly acts: readonly KeyAct[] = ['offer', 'order'];
  private readonly grid = viewChild.required<Grid<WaitingListEntry>>(Grid);

  readonly entries = input.required<readonly WaitingListEntry[]>();
  readonly columns = input.required<readonly GridColumn[]>();
  readonly more = input(false);
  /** The free slots of the service, by start. */
  readonly slots = input<readonly Slot[]>([]);
  readonly mayOffer = input(false);
  /** Without it nothing can be selected. */
  readonly selection = input<Selection>();
  /** The order in use, as the server calls it. */
  readonly sort = input<string>();
  readonly sortBy = output<string>();
  /** Somebody wants another order, by its key. */
  readonly wantOrder = output();
  readonly wantMore = output();

  protected readonly nameOf = ({ personName }: WaitingListEntry): string => spokenName(personName);
  protected readonly buttonOf = ({ state }: WaitingListEntry): string | undefined =>
    state === 'waiting' ? this.t('waitingList.offerAppointment') : undefined;

  /** What has a column of its own is not said twice. */
  protected isShown = (key: string): boolean => this.columns().some((column) => column.key === key);

  protected isUnchecked = ({ lastValidatedAt }: WaitingListEntry): boolean => isUnchecked(new Date(lastValidatedAt), new Date());

  /** When they were last confirmed, or that they are being asked. */
  protected confirmedOf({ lastValidatedAt, openCheck }: WaitingListEntry): string {
    const day = plainDayText(lastValidatedAt, this.language.current());
    return openCheck ? this.t(`waitingList.asked.${openCheck}`, { day }) : this.t('waitingList.confirmed', { day });
  }

  /** Whoever has a running offer or is suspended has no number; far behind nobody counts. */
  protected rankOf(entry: WaitingListEntry): string {
    if (this.isUncounted(entry)) return this.t('waitingList.beyond', { most: numberText(ranksKnown, this.language.current()) });
    return entry.rank === null ? this.t('waitingList.noRank') : String(entry.rank);
  }

  protected isUncounted = ({ rank, state }: WaitingListEntry): boolean => rank === null && state === 'waiting';

  focus(id?: string): void {
    this.grid().focus(id);
  }

  protected pressed({ row, act }: RowAct): void {
    if (act === 'order') this.wantOrder.emit();
    else this.offer(row);
  }

  protected sentenceOf(entry: WaitingListEntry): string {
    return reasonSentence(this.t, entry.reason);
  }

  protected shortNoticeOf(entry: WaitingListEntry): string {
    return shortNoticeText(this.t, entry, 'line');
  }

  protected pauseOf(pause: NonNullable<WaitingListEntry['pause']>): string {
    return pauseText(this.entryText, pause, (day) => plainDayText(day, this.language.current()));
  }

  protected coolingOffOf(day: string): string {
    return this.entryText('waitingEntry.pauses.coolingOff', { day: plainDayText(day, this.language.current()) });
  }

  protected availabilityOf({ wishes }: WaitingListEntry): string {
    const words = { t: this.entryText, language: this.language.current() };
    const times = windowsText(words, wishes);
    if (!wishes.notBefore) return times;
    return `${times}, ${this.entryText('waitingEntry.wishes.notBefore')} ${plainDayText(wishes.notBefore, words.language)}`;
  }

  protected offersOf({ offersSoFar }: WaitingListEntry): string {
    return offersSoFar === 0 ? this.t('waitingList.offersSoFar.zero') : this.t('waitingList.offersSoFar', { count: offersSoFar });
  }

  protected open(id: string): void {
    const entry = this.entryOf(id);
    if (entry) void this.router.navigate(['/warteliste', entry.id]);
  }

  /** To the next free slot that fits, or to the calendar, where one can be entered. */
  protected offer(id: string): void {
    const entry = this.entryOf(id);
    if (!this.mayOffer() || entry?.state !== 'waiting') return;
    const slot = slotFor(entry, this.slots());
    if (slot) void this.router.navigate(['/termine', slot.id, 'anbieten'], { queryParams: { entry: entry.id } });
    else void this.router.navigate(['/termine']);
  }

  private readonly entryOf = (id: string): WaitingListEntry | undefined => this.entries().find((entry) => entry.id === id);
}
