import { Component, inject, input, output, viewChild } from '@angular/core';
import {
  BornPipe,
  Cell,
  Chip,
  DayPipe,
  DeadlineRibbon,
  Grid,
  Icon,
  injectText,
  PlainDayPipe,
  RelativePipe,
  type GridColumn,
  type KeyAct,
  type RowAct,
  type Selection,
} from '@lotse/client-kit/ui';
import { CurrentSession, Presence } from '@lotse/identity/client';
import { DoubleMark } from '@lotse/people/client';
import type { ReferralRow } from '@lotse/referral/model';
import { Here } from '../marks/here';
import { StateChip } from '../marks/state-chip';
import { UrgencyMark } from '../marks/urgency-mark';
import { PaperMark } from '../paper/paper-mark';
import { County } from '../words/county';

/** What has come in: who, why, from whom, how urgent, until when, what is missing, who looks after it. */
@Component({
  selector: 'lotse-inbox-list',
  imports: [
    BornPipe,
    Cell,
    Chip,
    DayPipe,
    DeadlineRibbon,
    DoubleMark,
    Grid,
    Here,
    Icon,
    PaperMark,
    PlainDayPipe,
    RelativePipe,
    StateChip,
    UrgencyMark,
  ],
  templateUrl: './inbox-list.html',
  styleUrl: './inbox-list.css',
})
export class InboxList {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  protected readonly presence = inject(Presence);
  private readonly grid = viewChild.required<Grid<ReferralRow>>(Grid);
  protected readonly acts: readonly KeyAct[] = ['take', 'accept', 'ask', 'return', 'redirect', 'snooze', 'assign', 'assignOther', 'undo'];

  readonly rows = input.required<readonly ReferralRow[]>();
  readonly columns = input.required<readonly GridColumn[]>();
  readonly more = input(false);
  readonly opened = input<string>();
  readonly selection = input<Selection>();
  readonly sort = input<string>();
  /** Rows whose act is still on its way. */
  readonly pending = input<ReadonlyMap<string, unknown>>(new Map());

  readonly sortBy = output<string>();
  readonly rowFocus = output<string>();
  readonly rowOpen = output<string>();
  readonly rowAct = output<RowAct>();
  readonly wantMore = output();

  protected readonly nameOf = ({ personName }: ReferralRow): string => personName;

  focus(id?: string): void {
    this.grid().focus(id);
  }

  /** What a receiver would ask back for; that a release ends soon has a mark of its own. */
  protected missingOf({ missing }: ReferralRow): string {
    return missing
      .filter((piece) => piece !== 'release_ends')
      .map((piece) => this.t(`referral.missing.${piece}`))
      .join(', ');
  }

  /** Whose work it is here; and when the other side is to act, that. */
  protected whoOf({ assignee, custody, recipient }: ReferralRow): string {
    const waits = custody.organisationId !== null && custody.organisationId !== recipient?.organisationId;
    const waitsFor = waits && custody.organisationName ? this.t('referral.turn.waitsFor', { name: custody.organisationName }) : '';
    const isMe = assignee?.id === this.session.session()?.staff.id;
    const name = assignee && (isMe ? this.t('referral.desk.me') : assignee.displayName);
    return [name, waitsFor].filter(Boolean).join(' · ');
  }
}
