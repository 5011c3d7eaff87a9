import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Chip,
  Control,
  Failure,
  Field,
  Icon,
  injectText,
  Language,
  momentText,
  Notice,
  plainDayText,
  Toasts,
  type Tone,
} from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf, type AnswerOf } from '@lotse/kernel';
import { makeReceiverLink, readReceiverLinks, revokeReceiverLink, type Referral } from '@lotse/referral/model';
import { receiverLinksTexts } from './receiver-links-texts';

const tones: Readonly<Record<string, Tone>> = { answered: 'done', opened: 'info', waiting: 'due', locked: 'overdue' };
const over: readonly string[] = ['revoked', 'expired', 'locked'];

/** How a receiver without an account answers: a link by mail, a code another way, and what became of them. */
@Component({
  selector: 'lotse-receiver-links',
  imports: [Chip, Control, Failure, Field, Icon, Notice],
  templateUrl: './receiver-links.html',
})
export class ReceiverLinks {
  protected readonly t = injectText('receiverLinks', receiverLinksTexts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);
  readonly referral = input.required<Referral>();

  private readonly isSender = computed(
    () => this.session.may('referral.shareLink') && this.referral().referrer.organisationId === this.session.session()?.organisation.id,
  );
  private readonly found = this.api.read(readReceiverLinks, () => {
    const { id, version } = this.referral();
    return this.isSender() && version > 0 ? { params: { id } } : undefined;
  });
  protected readonly links = computed(() => (this.found.hasValue() && this.found.value().possible ? this.found.value() : undefined));
  protected readonly rows = computed(() =>
    (this.links()?.items ?? []).map((link) => ({
      ...link,
      tone: tones[link.state] ?? ('plain' as const),
      isOver: over.includes(link.state),
      made: this.t('receiverLinks.row', { at: this.at(link.createdAt), name: link.createdBy }),
      looks: link.lookedAt.map(({ named, at }) => this.t('receiverLinks.looked', { name: named, at: this.at(at) })).join(' · '),
    })),
  );
  protected readonly email = linkedSignal(() => this.links()?.email ?? '');
  protected readonly made = signal<AnswerOf<typeof makeReceiverLink> | undefined>(undefined);
  protected readonly sheet = computed(() => `data:application/pdf;base64,${this.made()?.sheet ?? ''}`);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected day(at: string): string {
    return plainDayText(calendarDayOf(new Date(at)), this.language.current());
  }

  protected make(event: Event): Promise<void> {
    event.preventDefault();
    return this.act(async () => {
      const { id } = this.referral();
      this.made.set(await this.api.send(makeReceiverLink, { params: { id }, body: { email: this.email().trim() || null } }));
    });
  }

  protected revoke(linkId: string): Promise<void> {
    return this.act(async () => {
      await this.api.send(revokeReceiverLink, { params: { id: this.referral().id }, body: { linkId } });
      this.made.set(undefined);
      this.toasts.show(this.t('receiverLinks.revoked'));
    });
  }

  private at(moment: string): string {
    return momentText(moment, this.language.current());
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
      this.found.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
