import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, Icon, injectText, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { addPart, joinRules, splitOff, type JoinRule, type MovedReferral, type Referral } from '@lotse/referral/model';
import { ServiceField } from '../acts/service-field';
import { ReferralLooks } from '../looks/referral-looks';
import { legsTexts } from './legs-texts';

/** The small form with which another service is brought in: the referrer makes a draft, the receiver sends a part. Nothing typed is lost on failure. */
@Component({
  selector: 'lotse-another-service',
  imports: [Control, Failure, Field, Icon, RadioGroup, ServiceField],
  templateUrl: './another-service.html',
  styles: `
    form {
      background: var(--paper);
    }
    h3,
    p {
      margin: 0;
    }
  `,
})
export class AnotherService {
  protected readonly t = injectText('legs', legsTexts);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly looks = inject(ReferralLooks);

  readonly referral = input.required<Referral>();
  readonly how = input.required<'add' | 'split'>();
  /** The rule there is already; without one the referrer has to say. */
  readonly rule = input<JoinRule | null>(null);
  readonly done = output();
  readonly giveUp = output();

  protected readonly serviceId = signal<string | null>(null);
  protected readonly serviceName = signal('');
  protected readonly question = signal('');
  protected readonly joinRule = linkedSignal<string | null>(() => this.rule());
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly choices = computed(() =>
    joinRules.map((rule) => ({ value: rule, label: this.t(`legs.rule.${rule}`), hint: this.t(`legs.rule.${rule}Hint`) })),
  );
  private readonly missing = computed(() => ({
    serviceId: this.serviceId() === null,
    question: this.how() === 'split' && this.question().trim() === '',
    joinRule: this.how() === 'add' && this.joinRule() === null,
  }));

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.querySelector<HTMLElement>('input')?.focus());
  }

  protected error(field: 'serviceId' | 'question' | 'joinRule'): string | undefined {
    return this.tried() && this.missing()[field] ? this.t('legs.required') : undefined;
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    this.tried.set(true);
    if (this.busy() || Object.values(this.missing()).includes(true)) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      if (this.how() === 'add') await this.makeDraft();
      else await this.splitOff();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private async makeDraft(): Promise<void> {
    const { id, version } = this.referral();
    const question = this.question().trim();
    const body = { serviceId: this.serviceId()!, joinRule: this.joinRule() as JoinRule, ...(question ? { question } : {}) };
    const draft: MovedReferral = await this.api.send(addPart, { params: { id }, version, body });
    await this.router.navigate(['/zuweisungen', draft.id, 'bearbeiten']);
  }

  private async splitOff(): Promise<void> {
    const { id, version } = this.referral();
    await this.api
      .send(splitOff, { params: { id }, version, body: { serviceId: this.serviceId()!, question: this.question().trim() } })
      .finally(() => this.looks.forget(id));
    this.toasts.show(this.t('legs.another.split.sent', { name: this.serviceName() }));
    this.done.emit();
  }
}
