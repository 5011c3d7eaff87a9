import { adviceDays, askAdvice, askCapacity } from '@lotse/advice/model';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, DayField, Failure, Field, Icon, injectText, Page, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { serviceCategorySchema } from '@lotse/directory/model';
import { CurrentSession, KeptDrafts } from '@lotse/identity/client';
import { addWorkingDays, calendarDayOf } from '@lotse/kernel';
import { readRegion, urgencySchema, workingDaysOf } from '@lotse/region/model';
import { IdentifierWarning } from '../words/identifier-warning';
import { PersonField } from '../words/person-field';
import { adviceOf, capacityOf, emptyEnquiry, missingIn, textsOf, type EnquiryDraft } from './enquiry-draft';
import { ServicesField } from './services-field';

const kept = 'enquiry/new';

/** `/anfragen/neu`: asks a service for advice, or several whether there is room. */
@Component({
  selector: 'lotse-new-enquiry-page',
  imports: [Control, DayField, Failure, Field, Icon, IdentifierWarning, Page, PersonField, RadioGroup, ServicesField],
  templateUrl: './new-enquiry-page.html',
})
export class NewEnquiryPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(KeptDrafts);
  private readonly staffId = inject(CurrentSession).session()?.staff.id ?? '';

  /** For somebody who comes from the directory. */
  readonly service = input<string>();
  readonly draft = signal<EnquiryDraft>(emptyEnquiry);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly missing = signal<readonly (keyof EnquiryDraft)[]>([]);

  protected readonly kinds = computed(() =>
    (['capacity', 'advice'] as const).map((value) => ({
      value,
      label: this.t(`advice.kind.${value}`),
      hint: this.t(`advice.kindHint.${value}`),
    })),
  );
  protected readonly abouts = computed(() =>
    (['nobody', 'person'] as const).map((value) => ({
      value,
      label: this.t(`advice.about.${value}`),
      hint: this.t(`advice.aboutHint.${value}`),
    })),
  );
  protected readonly urgencies = computed(() =>
    urgencySchema.options.filter((value) => value !== 'emergency').map((value) => ({ value, label: this.t(`advice.urgency.${value}`) })),
  );
  protected readonly categories = serviceCategorySchema.options;
  protected readonly isFree = computed(() => this.draft().kind === 'capacity' || this.draft().about === 'nobody');
  protected readonly texts = computed(() => (this.isFree() ? textsOf(this.draft()) : []));

  private readonly region = this.api.read(readRegion, () => ({}));

  constructor() {
    void this.drafts.list<EnquiryDraft>(this.staffId, kept).then(([found]) => {
      if (found && this.draft() === emptyEnquiry) this.draft.set({ ...emptyEnquiry, ...found.value });
    });
    effect(() => {
      if (!this.region.hasValue() || untracked(this.draft).answerBy !== '') return;
      const rule = workingDaysOf(this.region.value().settings);
      untracked(() => this.draft.update((draft) => ({ ...draft, answerBy: addWorkingDays(calendarDayOf(new Date()), adviceDays, rule) })));
    });
    effect(() => {
      const service = this.service();
      if (service) untracked(() => this.draft.update((draft) => ({ ...draft, kind: 'advice', serviceIds: [service] })));
    });
  }

  protected set(change: Partial<EnquiryDraft>): void {
    // Of one kind several are asked, of the other one.
    const forgets = change.kind !== undefined && change.kind !== this.draft().kind ? { serviceIds: [] } : {};
    this.draft.update((draft) => ({ ...draft, ...forgets, ...change }));
    this.missing.update((fields) => fields.filter((field) => !(field in change)));
    this.drafts.keep(this.staffId, kept, this.draft()).catch(() => undefined);
  }

  protected error(field: keyof EnquiryDraft): string | undefined {
    return this.missing().includes(field) ? this.t(`advice.missing.${field}`) : undefined;
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.busy()) return;
    const draft = this.draft();
    this.missing.set(missingIn(draft));
    const [first] = this.missing();
    if (first !== undefined) return void setTimeout(() => document.getElementById(controlIdOf(first))?.focus());
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const sent =
        draft.kind === 'capacity'
          ? await this.api.send(askCapacity, { body: capacityOf(draft) })
          : await this.api.send(askAdvice, { body: adviceOf(draft) });
      await this.drafts.drop(this.staffId, kept).catch(() => undefined);
      this.toasts.show(this.t('advice.new.sent'));
      await this.router.navigate(['/anfragen', sent.id]);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
