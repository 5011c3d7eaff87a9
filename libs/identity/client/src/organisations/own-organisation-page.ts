import { Component, inject, linkedSignal, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Fact, Failure, Field, injectText, Loaded, Notice, Page, State, Toasts } from '@lotse/client-kit/ui';
import { changeOwnOrganisation, openingHoursSchema, readOwnOrganisation, type OpeningHours } from '@lotse/identity/model';
import { OpeningHoursFields } from './opening-hours-fields';

/** `/verwaltung/einrichtung`: how the own organisation is reached, and how its staff sign in. */
@Component({
  selector: 'lotse-own-organisation-page',
  imports: [Control, Fact, Failure, Field, Loaded, Notice, OpeningHoursFields, Page, State],
  template: `
    <lotse-page [title]="t('organisations.own.title')" [lead]="t('organisations.own.lead')" width="narrow">
      <lotse-state [of]="own" [rows]="4">
        <ng-template [lotseLoaded]="own" let-found>
          <dl class="facts is-two">
            <div lotseFact [term]="t('organisations.name')">{{ found.name }}</div>
            <div lotseFact [term]="t('organisations.kindLabel')">{{ t('organisations.kind.' + found.kind) }}</div>
            <div lotseFact [term]="t('organisations.regimeLabel')">{{ t('organisations.regime.' + found.legalRegime) }}</div>
          </dl>
          <p class="muted small">{{ t('organisations.own.fixed') }}</p>
          <form class="form" (submit)="save($event)" novalidate>
            <section class="form-section" aria-labelledby="own-reach">
              <h2 id="own-reach">{{ t('organisations.own.reach') }}</h2>
              <lotse-field [label]="t('organisations.phone')" name="phone" [problem]="problem()" [optional]="true">
                <input
                  lotseControl
                  type="tel"
                  maxlength="40"
                  autocomplete="off"
                  [value]="phone()"
                  (input)="phone.set($any($event.target).value)"
                />
              </lotse-field>
              <lotse-field
                [label]="t('organisations.own.email')"
                [hint]="t('organisations.own.emailHint')"
                name="notificationEmail"
                [problem]="problem()"
                [optional]="true"
              >
                <input
                  lotseControl
                  type="email"
                  maxlength="200"
                  autocomplete="off"
                  [value]="email()"
                  (input)="email.set($any($event.target).value)"
                />
              </lotse-field>
            </section>
            <section class="form-section" aria-labelledby="own-hours">
              <h2 id="own-hours">{{ t('organisations.hours.title') }}</h2>
              <p class="muted">{{ t('organisations.hours.lead') }}</p>
              <lotse-opening-hours-fields [(hours)]="hours" [tried]="tried()" />
              @if (tried() && hours()?.length === 0) {
                <lotse-notice tone="overdue" role="alert" [heading]="t('organisations.hours.none')" />
              }
              @if (problem(); as refused) {
                @if (refused.fields.length === 0) {
                  <lotse-failure [problem]="refused" />
                }
              }
              <div class="form-acts">
                <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">{{ t('organisations.save') }}</button>
              </div>
            </section>
          </form>
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
})
export class OwnOrganisationPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly own = this.api.read(readOwnOrganisation, () => ({}));
  protected readonly phone = linkedSignal(() => (this.own.hasValue() ? (this.own.value().phone ?? '') : ''));
  protected readonly email = linkedSignal(() => (this.own.hasValue() ? (this.own.value().notificationEmail ?? '') : ''));
  protected readonly hours = linkedSignal<OpeningHours | null>(() => (this.own.hasValue() ? this.own.value().openingHours : null));
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const openingHours = this.hours();
    if (this.busy() || !this.own.hasValue() || !openingHoursSchema.nullable().safeParse(openingHours).success) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { phone: this.phone().trim() || null, notificationEmail: this.email().trim() || null, openingHours };
      await this.api.send(changeOwnOrganisation, { version: this.own.value().version, body });
      this.toasts.show(this.t('organisations.own.saved'));
      this.own.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
