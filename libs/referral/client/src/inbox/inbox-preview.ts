import { Component, computed, effect, type ElementRef, inject, input, output, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BornPipe, DayPipe, DeadlineRibbon, Icon, injectText, Loaded, MomentTextPipe, State } from '@lotse/client-kit/ui';
import { CurrentSession, Presence } from '@lotse/identity/client';
import { DoubleMark } from '@lotse/people/client';
import type { MovedReferral, Referral, ReferralRow } from '@lotse/referral/model';
import type { Acted } from '../acts/deciding';
import { ReferralActs, type WantedAct } from '../acts/referral-acts';
import { AssignMenu } from '../desk/assign-menu';
import type { DeskAct } from '../desk/desk-acts';
import { SnoozeMenu } from '../desk/snooze-menu';
import { lookAt } from '../looks/look-at';
import { Here } from '../marks/here';
import { StateChip } from '../marks/state-chip';
import { UrgencyMark } from '../marks/urgency-mark';
import { AppointmentNote } from '../referral-page/appointment-note';
import { Parties } from '../referral-page/parties';
import { ReferralContentView } from '../referral-page/referral-content';
import { ReferralHistory } from '../referral-page/referral-history';
import { injectAge } from '../words/age';
import { clockOf } from '../words/clock';
import { AcknowledgeOpened } from './acknowledge-opened';

/** Whoever walks through the list has not looked at it yet. */
const looked = 700;

/** One referral beside the inbox. It is made anew for each, so that nothing of the one before stays. Looking at a new one confirms its receipt. */
@Component({
  selector: 'lotse-inbox-preview',
  imports: [
    AppointmentNote,
    AssignMenu,
    BornPipe,
    DayPipe,
    DeadlineRibbon,
    DoubleMark,
    Here,
    Icon,
    Loaded,
    MomentTextPipe,
    Parties,
    ReferralActs,
    ReferralContentView,
    ReferralHistory,
    RouterLink,
    SnoozeMenu,
    State,
    StateChip,
    UrgencyMark,
  ],
  templateUrl: './inbox-preview.html',
  styleUrl: './inbox-preview.css',
})
export class InboxPreview {
  protected readonly t = injectText();
  private readonly acknowledge = inject(AcknowledgeOpened);
  protected readonly session = inject(CurrentSession);
  private readonly presence = inject(Presence);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly acts = viewChild(ReferralActs);
  private readonly assignMenu = viewChild(AssignMenu);
  private readonly snoozeMenu = viewChild(SnoozeMenu);

  readonly id = input.required<string>();
  /** What the list already knows; shown while the rest is read. */
  readonly row = input<ReferralRow | undefined>();
  /** An act asked for by keyboard. */
  readonly wanted = input<WantedAct | undefined>();
  readonly acted = output<Acted>();
  /** Receipt was confirmed by looking at it. */
  readonly acknowledged = output<MovedReferral>();
  readonly desk = output<DeskAct>();
  readonly leave = output();

  protected readonly referral = lookAt(() => this.id());
  private readonly read = computed(() => (this.referral.hasValue() ? this.referral.value() : undefined));
  protected readonly known = computed(() => this.read() ?? this.row());
  protected readonly assignee = computed(() => this.row()?.assignee ?? this.read()?.assignee);
  protected readonly snoozedUntil = computed(() => (this.row() ?? this.read())?.snoozedUntil ?? null);
  protected readonly missing = computed(() => (this.known()?.missing ?? []).map((piece) => this.t(`referral.missing.${piece}`)).join(', '));
  protected readonly clock = computed(() => {
    const read = this.read();
    return read && clockOf(read);
  });
  protected readonly age = injectAge(() => this.known()?.birthDate ?? undefined);

  protected readonly others = computed(() => this.presence.others('referral', this.id()));
  protected readonly writing = computed(() =>
    this.others().flatMap(({ displayName, doing }) => (doing === 'editing' ? [displayName] : [])),
  );

  constructor() {
    this.presence.at(
      'referral',
      () => this.id(),
      () => (this.acts()?.isWriting() ? 'editing' : 'looking'),
    );
    effect((onCleanup) => {
      const read = this.read();
      if (!read || !this.acknowledge.isDue(read)) return;
      const timer = setTimeout(() => untracked(() => void this.confirm(read)), looked);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Puts the focus on the person's name, where the preview takes the place of the list. */
  focus(): void {
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }

  /** Opens the choice of a colleague or of a day, asked for by keyboard. */
  open(choice: 'assign' | 'snooze'): void {
    (choice === 'assign' ? this.assignMenu() : this.snoozeMenu())?.open();
  }

  /** Acting on it is looking at it, too. */
  protected received = (referral: Referral) => () => this.acknowledge.seen(referral);

  protected done(acted: Acted): void {
    if (!acted.settled) this.referral.reload();
    this.acted.emit(acted);
  }

  private async confirm(read: Referral): Promise<void> {
    const moved = await this.acknowledge.run(read);
    if (!moved) return;
    this.referral.reload();
    this.acknowledged.emit(moved);
  }
}
