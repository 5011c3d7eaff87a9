import { Component, computed, effect, ElementRef, inject, input, linkedSignal, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Checkbox,
  ClockPipe,
  Control,
  Field,
  Icon,
  injectText,
  Language,
  ProblemSummary,
  Toasts,
  type FoundError,
} from '@lotse/client-kit/ui';
import { receiverOf } from './receiver-of';
import { draftSchema } from './draft-schema';
import { ExtraQuestions } from './extra-questions';
import { FurtherBlock } from './further-block';
import { followService, titleOfQuestion } from './asked-by-service';
import { QualityHints } from './quality-hints';
import { EmergencyNotice } from './emergency-notice';
import { DraftKeeping } from './draft-keeping';
import { previewOf, filledParts } from './preview-of';
import { findingsOf, hasPerson, isEmergency, type Finding } from './missing';
import { PersonBlock } from './person-block';
import { ReasonBlock } from './reason-block';
import type { ReferralDraft } from './referral-draft';
import { ReferralSummary } from './referral-summary';
import { ReleaseBlock } from './release-block';
import { SendReferral, type SendStep, type Sent } from './send-referral';
import { ServiceBlock } from './service-block';
import { UrgencyBlock } from './urgency-block';
import { Attachments } from '../attachments/attachments';
import { CallLog } from '../emergency-calls/call-log';
import { ReceiverPreview } from '../preview/receiver-preview';
import { rememberUsed } from '../words/last-used';

/** What the form begins with. `name` is the name under which it is kept in the browser. */
export interface FormStart {
  readonly name: string;
  readonly draft: ReferralDraft;
  readonly sent: Sent;
}

/** The two-minute referral: five blocks on one page, what is missing always in sight, nothing typed is ever lost. */
@Component({
  selector: 'lotse-referral-form',
  imports: [
    Attachments,
    CallLog,
    Checkbox,
    ClockPipe,
    Control,
    EmergencyNotice,
    ExtraQuestions,
    Field,
    FurtherBlock,
    Icon,
    PersonBlock,
    ProblemSummary,
    ReasonBlock,
    ReceiverPreview,
    ReferralSummary,
    ReleaseBlock,
    ServiceBlock,
    UrgencyBlock,
  ],
  templateUrl: './referral-form.html',
  styleUrl: './referral-form.css',
  providers: [QualityHints],
})
export class ReferralForm {
  protected readonly t = injectText();
  private readonly sending = inject(SendReferral);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly start = input.required<FormStart>();
  protected readonly draft = linkedSignal(() => this.start().draft);
  protected readonly form = form(this.draft, draftSchema);
  protected readonly sent = linkedSignal(() => this.start().sent);

  /** An id of its own, so that a key that is pressed elsewhere reads nothing again. */
  private readonly serviceId = computed(() => this.draft().serviceId);
  private readonly receiver = receiverOf(this.draft, this.serviceId);
  protected readonly recipient = this.receiver.recipient;
  /** Nobody is asked twice: a release for this recipient may be in force already. */
  protected readonly standing = this.receiver.standing;

  protected readonly filled = computed(() => filledParts(this.draft()));
  /** What the receiver would get of what stands here now; by the same rule by which it is delivered. */
  protected readonly preview = computed(() => (this.recipient() ? previewOf(this.draft(), this.standing()) : undefined));
  protected readonly isEmergency = computed(() => isEmergency(this.draft()));
  protected readonly findings = computed(() =>
    findingsOf(this.draft(), { releaseStands: this.standing() !== undefined, recipient: this.recipient()?.organisationId }),
  );
  protected readonly tried = signal(false);
  /** Something missing is an error only once somebody has tried to send; something wrong is one at once. */
  protected readonly errors = computed<Readonly<Record<string, string>>>(() => {
    const shown = this.findings().filter(({ code }) => this.tried() || code !== 'missing');
    return Object.fromEntries(shown.map((finding) => [finding.name, this.textOf(finding)]));
  });
  /** For the summary on top: what was found at the last attempt. */
  protected readonly found = signal<readonly FoundError[]>([]);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal<'send' | 'save' | undefined>(undefined);
  protected readonly step = signal<SendStep | undefined>(undefined);
  /** What the server keeps is about this person for good. */
  protected readonly fixed = computed(() => this.sent().referral !== undefined);
  protected readonly home = computed(() => this.draft().person.known?.ags ?? this.draft().person.ags);
  protected readonly birthDate = computed(() => this.draft().person.known?.birthDate ?? this.draft().person.birthDate);
  protected readonly labels = computed(() =>
    Object.fromEntries((this.problem()?.fields ?? []).map(({ field }) => [field, this.nameOf(field)])),
  );
  protected readonly keeping = new DraftKeeping({
    name: () => this.start().name,
    draft: this.draft,
    sent: this.sent,
    save: () => this.saveQuietly(),
    isBusy: () => this.busy() !== undefined || this.entersPerson(),
  });

  constructor() {
    followService(this.draft, this.serviceId);
    effect(() => {
      // Once all is mended, or it is an emergency, the list of what was wrong has done its work.
      if (this.findings().length === 0 || this.isEmergency()) this.found.set([]);
    });
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.busy() || this.isEmergency()) return;
    this.tried.set(true);
    this.problem.set(undefined);
    this.found.set(this.findings().map((finding) => ({ name: finding.name, text: this.textOf(finding) })));
    if (this.found().length > 0) return;
    const recipient = this.recipient();
    await this.run('send', async () => {
      const id = await this.sending.send({ ...this.sendingNow(), releaseFor: this.standing() ? undefined : recipient?.organisationId });
      this.toasts.show(this.t('referral.new.sent', { recipient: recipient?.organisationName ?? '' }));
      rememberUsed('service', this.serviceId() ?? '');
      await this.keeping.finish();
      await this.router.navigate(['/zuweisungen', id]);
    });
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.problem.set(undefined);
    if (!hasPerson(this.draft().person)) {
      const about = this.findings().filter(({ name }) =>
        ['familyName', 'givenName', 'birthDate', 'kvnr', 'kvnrOverrideReason', 'age'].includes(name),
      );
      return this.found.set(about.map((finding) => ({ name: finding.name, text: this.textOf(finding) })));
    }
    this.found.set([]);
    await this.run('save', async () => {
      const id = await this.sending.save(this.sendingNow());
      await this.keeping.keep(this.draft(), this.sent());
      this.toasts.show(this.t('referral.new.saved'));
      await this.router.navigate(['/zuweisungen', id, 'bearbeiten'], { replaceUrl: true });
    });
  }

  /** Attaching something needs a draft that the server keeps. */
  protected readonly begin = async (): Promise<string | undefined> => {
    if (!hasPerson(this.draft().person)) return undefined;
    await this.keeping.settled();
    if (!this.sent().referral) await this.saveQuietly();
    return this.sent().referral?.id;
  };

  /** What was called belongs to a draft that says what it is: it is kept as it stands now. */
  protected readonly keepEmergency = async (): Promise<string | undefined> => {
    if (!hasPerson(this.draft().person)) return undefined;
    await this.keeping.settled();
    await this.saveQuietly();
    return this.sent().referral?.id;
  };

  /** The address stays, so that nobody is interrupted; a reload finds the draft by its id. */
  private async saveQuietly(): Promise<void> {
    const id = await this.sending.save({ ...this.sendingNow(), step: undefined });
    history.replaceState({ ...(history.state as object | null), draft: id }, '');
  }

  private entersPerson(): boolean {
    return this.element.querySelector('lotse-person-block')?.contains(document.activeElement) ?? false;
  }

  private sendingNow() {
    return {
      draft: this.draft(),
      sent: this.sent,
      remember: (sent: Sent) => {
        this.sent.set(sent);
        void this.keeping.keep(this.draft(), sent);
      },
      step: (step: SendStep) => this.step.set(step),
    };
  }

  private async run(what: 'send' | 'save', doIt: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    try {
      await this.keeping.settled();
      await doIt();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(undefined);
      this.step.set(undefined);
    }
  }

  protected readonly nameOf = (name: string): string =>
    titleOfQuestion(this.draft().asked, name, this.language.current()) ?? this.t(`referral.new.field.${name}`);

  private textOf({ name, code }: Finding): string {
    if (name.startsWith('extra.')) return this.t('referral.new.missing.extra', { title: this.nameOf(name) });
    return this.t(code === 'missing' ? `referral.new.missing.${name}` : `referral.fields.${code}`);
  }
}
