import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Checkbox,
  Combobox,
  Control,
  DayField,
  Field,
  Icon,
  injectText,
  Page,
  ProblemSummary,
  RadioGroup,
  Toasts,
} from '@lotse/client-kit/ui';
import { findServices } from '@lotse/directory/model';
import { CurrentSession } from '@lotse/identity/client';
import { findOutsideOrganisations, isDoubtfulLanr, noteOutsideOrganisation } from '@lotse/identity/model';
import { calendarDayOf, wallClockOf } from '@lotse/kernel';
import { DuplicateWarning, SimilarPeople } from '@lotse/people/client';
import { createPerson, releaseFormSchema, type PossibleDuplicate } from '@lotse/people/model';
import { cameBySchema, enterPaperReferral } from '@lotse/referral/model';
import { urgencies } from '@lotse/region/model';
import { County } from '../words/county';
import { bodyOf, comparable, emptyPaper, missingIn, personOf, senderOf, type PaperDraft } from './paper-draft';

/** `/eingang/papier`: what came by fax, e-mail, phone or post, entered once and then like every other referral. */
@Component({
  selector: 'lotse-paper-page',
  imports: [Checkbox, Combobox, Control, DayField, DuplicateWarning, Field, Icon, Page, ProblemSummary, RadioGroup],
  templateUrl: './paper-page.html',
})
export class PaperPage {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);

  protected readonly draft = signal(emptyPaper(calendarDayOf(new Date()), wallClockOf(new Date())));
  protected readonly ways = computed(() => cameBySchema.options.map((value) => ({ value, label: this.t(`paper.way.${value}`) })));
  protected readonly kinds = ['practice', 'psychotherapy_practice', 'clinic', 'social_psychiatric_service', 'integration_assistance'];
  protected readonly forms = releaseFormSchema.options;
  /** An emergency is no form: the page for referrals says whom to call. */
  protected readonly urgencies = urgencies.filter((urgency) => urgency !== 'emergency');

  protected readonly senderText = signal('');
  private readonly senders = this.api.read(findOutsideOrganisations, () => {
    const text = this.senderText().trim();
    return text.length > 1 ? { query: { text } } : undefined;
  });
  protected readonly senderChoices = computed(() =>
    (this.senders.hasValue() ? this.senders.value().items : []).map(({ id, name, place }) => ({
      value: id,
      label: place ? `${name}, ${place}` : name,
    })),
  );
  protected readonly lanrDoubtful = computed(() => isDoubtfulLanr(this.draft().sender.lanr));

  private readonly offers = this.api.read(findServices, () => ({ query: { limit: 100 } }));
  protected readonly services = computed(() => {
    const own = this.session.session()?.organisation.id;
    return this.offers.hasValue() ? this.offers.value().items.filter(({ organisationId }) => organisationId === own) : [];
  });

  protected readonly similar = new SimilarPeople({
    knownId: () => this.draft().personId ?? undefined,
    differentFrom: () => this.draft().differentFrom,
  });
  protected readonly taken = signal('');

  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private readonly missing = computed(() => (this.tried() ? missingIn(this.draft()) : []));
  protected readonly errors = computed(() => this.missing().map((name) => ({ name, text: this.t('paper.required') })));
  protected readonly labels = computed(() => ({
    ...Object.fromEntries(
      (['cameBy', 'name', 'familyName', 'givenName', 'birthDate', 'reason', 'question', 'urgency'] as const).map((name) => [
        name,
        this.t(`paper.${name}`),
      ]),
    ),
    receivedAt: this.t('paper.receivedOn'),
    senderOrganisationId: this.t('paper.sender'),
    serviceId: this.t('paper.service'),
    'release.givenOn': this.t('paper.releaseGivenOn'),
  }));

  protected error(name: string): string | undefined {
    return this.missing().includes(name) ? this.t('paper.required') : undefined;
  }

  protected set<Name extends keyof PaperDraft>(name: Name, value: PaperDraft[Name]): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
  }

  protected type(name: keyof PaperDraft, event: Event): void {
    this.set(name, (event.target as HTMLInputElement).value as never);
  }

  protected typeSender(name: keyof PaperDraft['sender'], event: Event): void {
    this.set('sender', { ...this.draft().sender, [name]: (event.target as HTMLInputElement).value });
  }

  protected look(): Promise<void> {
    return this.similar.look(comparable(this.draft()));
  }

  protected take({ id, familyName, givenName }: Pick<PossibleDuplicate, 'id' | 'familyName' | 'givenName'>): void {
    this.taken.set(`${familyName}, ${givenName}`);
    this.set('personId', id);
  }

  protected leave(): void {
    this.similar.forget();
    this.set('personId', null);
  }

  protected async isDifferent({ id }: PossibleDuplicate): Promise<void> {
    await this.similar.isDifferent(id);
    this.set('differentFrom', [...this.draft().differentFrom, id]);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || missingIn(this.draft()).length > 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const sender = await this.senderId();
      const person = await this.personId();
      const { id } = await this.api.send(enterPaperReferral, { body: bodyOf(this.draft(), sender, person) });
      this.toasts.show(this.t('paper.saved'));
      await this.router.navigate(['/zuweisungen', id]);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  /** What was entered stays entered when something after it fails. */
  private async senderId(): Promise<string> {
    const { senderId, isNewSender } = this.draft();
    if (senderId && !isNewSender) return senderId;
    const { id } = await this.api.send(noteOutsideOrganisation, { body: senderOf(this.draft()) });
    this.draft.update((draft) => ({ ...draft, senderId: id, isNewSender: false }));
    this.senderText.set(this.draft().sender.name);
    return id;
  }

  private async personId(): Promise<string> {
    const { personId, differentFrom } = this.draft();
    if (personId) return personId;
    const person = await this.api.send(createPerson, { body: { ...personOf(this.draft()), differentFrom: [...differentFrom] } });
    this.take(person);
    return person.id;
  }
}
