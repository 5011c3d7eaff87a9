import { readEnquiries, type EnquiryRow } from '@lotse/advice/model';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, FurtherPages, Live } from '@lotse/client-kit/api';
import {
  DeadlineRibbon,
  Icon,
  injectText,
  Loaded,
  offerCommands,
  Page,
  PlainDayPipe,
  RestOfList,
  State,
  Table,
  Worklist,
} from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { AdviceCounts } from '../start/advice-counts';
import { StateMark } from '../words/state-mark';

const boxes = ['received', 'sent', 'ended'] as const;
type List = (typeof boxes)[number];

/** `/anfragen`: enquiries to answer and enquiries that were sent; what waits here first. */
@Component({
  selector: 'lotse-enquiries-page',
  imports: [DeadlineRibbon, Icon, Loaded, Page, PlainDayPipe, RestOfList, RouterLink, State, StateMark, Table, Worklist],
  templateUrl: './enquiries-page.html',
  styles: `
    .tabs {
      margin-block-end: var(--gap);
    }
    @media screen and (min-width: 701px) {
      td:last-child {
        inline-size: 13rem;
      }
      lotse-advice-state {
        white-space: nowrap;
      }
    }
  `,
})
export class EnquiriesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(CurrentSession);
  protected readonly counts = inject(AdviceCounts).counts;

  /** The list, in the address. */
  readonly list = input<string>();
  readonly of = input<string>();
  protected readonly lists = boxes;
  protected readonly shown = computed<List>(() => boxes.find((box) => box === this.list()) ?? this.usual());
  /** Ended ones are those of one side, too. */
  protected readonly endedBox = computed(() => (this.of() === 'received' ? ('received' as const) : ('sent' as const)));
  private readonly query = computed(() => {
    const shown = this.shown();
    return shown === 'ended' ? { box: this.endedBox(), ended: 'true' as const } : { box: shown, ended: 'false' as const };
  });
  protected readonly first = this.api.read(readEnquiries, () => ({ query: { ...this.query(), limit: 30 } }));
  protected readonly further = new FurtherPages<EnquiryRow>(this.first, (cursor) =>
    this.api.send(readEnquiries, { query: { ...this.query(), limit: 30, cursor } }),
  );

  constructor() {
    inject(Live).onChange('enquiry', () => this.first.reload());
    inject(AdviceCounts).refresh();
    offerCommands(() =>
      this.session.may('advice.ask')
        ? [{ id: 'new-enquiry', label: this.t('advice.new.title'), icon: 'plus' as const, letter: 'n', run: () => this.begin() }]
        : [],
    );
  }

  protected countOf(list: List): number | undefined {
    const counts = this.counts();
    if (!counts || list === 'ended') return undefined;
    return list === 'sent' ? counts.sentMine : counts.receivedMine;
  }

  /** Who it is about, as far as one knows: a name, an age, or nobody. */
  protected about(row: EnquiryRow): string {
    if (row.personName) return row.personName;
    return row.age === null ? this.t('advice.withoutPerson') : this.t('advice.aged', { age: row.age });
  }

  protected open(id: string): void {
    const row = this.further.items().find((candidate) => candidate.id === id);
    if (row) void this.router.navigate(['/anfragen', row.enquiryId]);
  }

  protected pressed({ row, key }: { row: string; key: string }): void {
    if (key === 'n') this.begin();
    else this.open(row);
  }

  /** Services answer, practices ask. */
  private usual(): List {
    return this.session.may('referral.create') ? 'sent' : 'received';
  }

  private begin(): void {
    if (this.session.may('advice.ask')) void this.router.navigate(['/anfragen/neu']);
  }
}
