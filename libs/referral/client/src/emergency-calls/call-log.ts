import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import { Failure, Icon, injectText, Loaded, State, Toasts } from '@lotse/client-kit/ui';
import { readEmergencyCalls, recordEmergencyCall, strikeEmergencyCall, type Called } from '@lotse/referral/model';
import { bodyOf, emptyCall, type CallEntry } from './call-entry';
import { CallForm } from './call-form';
import { CallList } from './call-list';
import { emergencyCallsTexts } from './emergency-calls-texts';

/** Whom one called in an emergency: what a direct contact is proven by. It stays with whoever wrote it. */
@Component({
  selector: 'lotse-call-log',
  imports: [CallForm, CallList, Failure, Icon, Loaded, RouterLink, State],
  template: `
    @if (isShown()) {
      <section class="panel padded stack" aria-labelledby="calls-title">
        <h2 class="section-title" id="calls-title" tabindex="-1">{{ t('emergencyCalls.title') }}</h2>
        <p class="muted small">{{ t('emergencyCalls.lead') }}</p>
        @if (referralId()) {
          <lotse-state [of]="calls" [rows]="2">
            <ng-template [lotseLoaded]="calls" let-found>
              @if (found.items.length > 0) {
                <lotse-call-list [calls]="found.items" [mayStrike]="found.mayRecord" (strike)="strike($event)" />
              }
            </ng-template>
          </lotse-state>
        }
        @if (complaint(); as text) {
          <p class="complaint" role="alert">{{ text }}</p>
        }
        @if (entry(); as entry) {
          <lotse-call-form
            class="no-print"
            [entry]="entry"
            (entryChange)="this.entry.set($event)"
            [busy]="busy()"
            [problem]="problem()"
            (save)="save(entry)"
            (giveUp)="this.entry.set(undefined)"
          />
        } @else if (mayRecord()) {
          <div class="cluster no-print">
            <button type="button" class="button" [class.is-filled]="count() === 0" (click)="write(null)">
              <lotse-icon name="phone" [size]="16" />{{ t(count() > 0 ? 'emergencyCalls.another' : 'emergencyCalls.begin') }}
            </button>
            @if (begin() && count() > 0) {
              <a class="button is-text" [routerLink]="['/zuweisungen', referralId()]">{{ t('emergencyCalls.toRecord') }}</a>
            }
          </div>
        }
        @if (!entry() && problem(); as found) {
          <lotse-failure [problem]="found" />
        }
        @if (begin() && count() > 0) {
          <p class="muted small no-print">{{ t('emergencyCalls.kept') }}</p>
        }
      </section>
    }
  `,
  styles: `
    .complaint {
      color: var(--overdue-ink);
      font-weight: 560;
    }
  `,
})
export class CallLog {
  protected readonly t = injectText('emergency-calls', emergencyCallsTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  /** Undefined while nothing of it is kept. */
  readonly referralId = input<string>();
  /** Keeps what is being written, so that there is a draft to write the call down with. */
  readonly begin = input<() => Promise<string | undefined>>();
  /** Whether it is an emergency now; otherwise it is shown only where calls were written down. */
  readonly isEmergency = input(false);

  protected readonly calls = this.api.read(readEmergencyCalls, () => {
    const id = this.referralId();
    return id ? { params: { id } } : undefined;
  });
  protected readonly entry = signal<CallEntry | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly complaint = signal<string | undefined>(undefined);
  protected readonly count = computed(() =>
    this.calls.hasValue() ? this.calls.value().items.filter(({ struck }) => struck === null).length : 0,
  );
  protected readonly isShown = computed(() => this.isEmergency() || (this.calls.hasValue() && this.calls.value().items.length > 0));
  protected readonly mayRecord = computed(
    () => this.isEmergency() && (this.calls.hasValue() ? this.calls.value().mayRecord : this.begin() !== undefined),
  );

  constructor() {
    inject(Live).onChange('referral', (change) => {
      if (!change || change.id === this.referralId()) this.calls.reload();
    });
  }

  /** Begins an entry; with whom, when a number was pressed. */
  write(called: Called | null): void {
    if (this.entry()) return;
    this.problem.set(undefined);
    this.complaint.set(undefined);
    this.entry.set(emptyCall('', called));
  }

  protected async save(entry: CallEntry): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    this.complaint.set(undefined);
    try {
      const id = (await this.begin()?.()) ?? this.referralId();
      if (!id) return this.complaint.set(this.t('emergencyCalls.personFirst'));
      await this.api.send(recordEmergencyCall, { params: { id }, body: bodyOf(entry) });
      this.entry.set(undefined);
      this.toasts.show(this.t('emergencyCalls.saved'));
      this.calls.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected async strike({ id, reason }: { id: string; reason: string }): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.send(strikeEmergencyCall, { params: { id }, body: { reason } });
      this.toasts.show(this.t('emergencyCalls.struckDone'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
    this.calls.reload();
  }
}
