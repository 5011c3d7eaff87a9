import { closeEnquiry, readEnquiry, type AdviceThread, type Enquiry } from '@lotse/advice/model';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectText, Loaded, Page, State, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { EnquiryContentView } from './enquiry-content';
import { ThreadCard } from './thread-card';

/** `/anfragen/:id`: what was asked, and what each service has answered, side by side in the order of what fits. */
@Component({
  selector: 'lotse-enquiry-page',
  imports: [EnquiryContentView, Failure, Icon, Loaded, Page, RouterLink, State, ThreadCard],
  templateUrl: './enquiry-page.html',
  styles: `
    .answers {
      display: grid;
      align-items: start;
      gap: var(--space-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    }
    .panel .section-title {
      margin-block-end: var(--space-3);
    }
    .stack > p {
      margin: 0;
    }
  `,
})
export class EnquiryPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);

  readonly id = input.required<string>();
  protected readonly enquiry = this.api.read(readEnquiry, () => ({ params: { id: this.id() } }));
  protected readonly shown = computed(() => (this.enquiry.hasValue() ? this.enquiry.value() : undefined));
  protected readonly isAsker = computed(() => this.shown()?.asker.organisationId === this.session.session()?.organisation.id);
  private readonly openOnes = computed(() => (this.shown()?.threads ?? []).filter(({ custodian }) => custodian !== 'nobody'));
  protected readonly mayCloseAll = computed(() => this.isAsker() && this.openOnes().length > 0 && this.session.may('advice.decide'));
  protected readonly title = computed(() => {
    const enquiry = this.shown();
    if (!enquiry) return this.t('advice.one');
    if (enquiry.personName) return enquiry.personName;
    return enquiry.content.age === null ? this.t(`advice.kind.${enquiry.kind}`) : this.t('advice.aged', { age: enquiry.content.age });
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    inject(Live).onChange('enquiry', (change) => {
      if (change === undefined || change.id === this.id()) this.enquiry.reload();
    });
  }

  protected hasAnswered = ({ threads }: Enquiry): number =>
    threads.filter(({ verdict, text }: AdviceThread) => verdict !== null || text !== null).length;

  protected async closeAll(): Promise<void> {
    const enquiry = this.shown();
    if (!enquiry || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(closeEnquiry, { params: { id: enquiry.id }, version: enquiry.version, body: {} });
      this.toasts.show(this.t('advice.closedAll'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
      this.enquiry.reload();
    }
  }
}
