import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readService } from '@lotse/directory/model';
import { ReferralActs, type WantedAct } from '../acts/referral-acts';
import { RefusedDecisions } from '../acts/refused-decisions';
import { Attachments } from '../attachments/attachments';
import { CallLog } from '../emergency-calls/call-log';
import { Letters } from '../letters/letters';
import { Legs } from '../legs/legs';
import { PaperMark } from '../paper/paper-mark';
import { RecordForSender } from '../paper/record-for-sender';
import { ReceiverLinks } from '../receiver-links/receiver-links';
import { lookAt } from '../looks/look-at';
import { StateChip } from '../marks/state-chip';
import { OriginNote } from '../questions/origin-note';
import { Questions } from '../questions/questions';
import { UrgencyMark } from '../marks/urgency-mark';
import { DraftPreview } from '../preview/draft-preview';
import { AppointmentNote } from './appointment-note';
import { ON_REFERRAL_PAGE } from './on-referral-page';
import { Parties } from './parties';
import { ProposedReturn } from './proposed-return';
import { ReferralContentView } from './referral-content';
import { ReferralHistory } from './referral-history';
import { ReferralJourney } from './referral-journey';
import { OutcomeNote } from './outcome-note';
import { ReturnedNote } from './returned-note';
import { BackNote } from './back-note';
import { WhoHasIt } from './who-has-it';

/** `/zuweisungen/:id`: where somebody's referral is, who has it, what has happened, what can be done. Follows changes by itself. */
@Component({
  selector: 'lotse-referral-page',
  imports: [
    AppointmentNote,
    Attachments,
    CallLog,
    DraftPreview,
    Icon,
    Legs,
    Letters,
    Loaded,
    NgComponentOutlet,
    Page,
    PaperMark,
    ProposedReturn,
    ReceiverLinks,
    RecordForSender,
    Parties,
    OriginNote,
    Questions,
    ReferralActs,
    ReferralContentView,
    ReferralHistory,
    ReferralJourney,
    RefusedDecisions,
    OutcomeNote,
    BackNote,
    ReturnedNote,
    State,
    StateChip,
    UrgencyMark,
    WhoHasIt,
  ],
  templateUrl: './referral-page.html',
  styleUrl: './referral-page.css',
})
export class ReferralPage {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);

  readonly id = input.required<string>();
  /** The service that somebody came here to hand it on to. */
  readonly weiterleiten = input<string>();
  protected readonly referral = lookAt(() => this.id());
  protected readonly shown = computed(() => (this.referral.hasValue() ? this.referral.value() : undefined));
  private readonly others = (inject(ON_REFERRAL_PAGE, { optional: true }) ?? []).filter(({ permission }) => this.session.may(permission));
  /** What other rooms say about it here; the page does not wait for them, and does without what cannot be loaded. */
  protected readonly besides = resource({
    // Asked by which rooms: a state in which it is the same ones leaves what they have just said where it is.
    params: () => {
      const state = this.shown()?.state;
      return state && this.others.flatMap(({ states }, index) => (states.includes(state) ? [index] : [])).join();
    },
    loader: async ({ params: rooms }) => {
      const loaded = await Promise.allSettled(
        this.others.filter((_, index) => rooms.split(',').includes(String(index))).map(({ load }) => load()),
      );
      return loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    defaultValue: [],
  });
  /** What was called in an emergency is whoever's who called. */
  protected readonly isOwn = computed(() => this.shown()?.referrer.organisationId === this.session.session()?.organisation.id);
  /** Who received it goes back to the inbox, who sent it to what they sent. */
  protected readonly back = computed(() =>
    (
      this.shown()
        ? this.shown()?.recipient?.organisationId === this.session.session()?.organisation.id
        : !this.session.may('referral.create')
    )
      ? { link: '/eingang', label: this.t('referral.inbox.title') }
      : { link: '/zuweisungen', label: this.t('referral.sent.title') },
  );

  /** An act that was begun somewhere else on the page. */
  protected readonly wanted = signal<WantedAct | undefined>(undefined);
  private readonly handOnTo = inject(Api).read(readService, () => {
    const service = this.weiterleiten();
    return service === undefined ? undefined : { params: { id: service } };
  });

  constructor() {
    effect(() => {
      const to = this.handOnTo.hasValue() ? this.handOnTo.value() : undefined;
      if (to) untracked(() => this.wanted.set({ id: this.id(), act: 'redirect', answers: { serviceId: to.id, serviceName: to.name } }));
    });
  }

  /** To the service that was suggested: the form opens with it, and says what else is needed. */
  protected resend(id: string, { id: serviceId, name }: { id: string; name: string }): void {
    this.wanted.set({ id, act: 'resend', answers: { serviceId, serviceName: name } });
  }

  protected print(): void {
    window.print();
  }
}
