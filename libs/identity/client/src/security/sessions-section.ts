import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Chip, Failure, injectText, Loaded, MomentTextPipe, RelativePipe, State, Toasts } from '@lotse/client-kit/ui';
import { endOwnSession, endOwnSessions, type OwnSession } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';
import { OwnSecurity } from './own-security';

/** Where one is signed in, and signing out there. */
@Component({
  selector: 'lotse-sessions-section',
  imports: [Chip, Failure, Loaded, MomentTextPipe, RelativePipe, State],
  template: `
    @if (problem(); as found) {
      <lotse-failure [problem]="found" />
    }
    <lotse-state [of]="security.sessions">
      <ng-template [lotseLoaded]="security.sessions" let-found>
        <ul class="rows">
          @for (session of found.items; track session.id) {
            <li class="row">
              <div class="row-what">
                <strong>{{ session.device ?? t('security.session.unknown') }}</strong>
                <span class="muted small">
                  {{ t('security.session.way.' + session.way) }} ·
                  {{ t('security.session.since', { moment: (session.startedAt | moment) }) }}
                  @if (!session.isThis) {
                    · {{ t('security.session.used', { moment: (session.lastSeenAt | relative) }) }}
                  }
                </span>
              </div>
              @if (session.isThis) {
                <lotse-chip tone="info">{{ t('security.session.this') }}</lotse-chip>
              } @else {
                <button type="button" class="button is-text is-small" [attr.aria-label]="named(session)" (click)="end(session)">
                  {{ t('security.session.end') }}
                </button>
              }
            </li>
          }
        </ul>
        <p class="cluster">
          @if (found.items.length > 1) {
            <button type="button" class="button" (click)="endOthers()">{{ t('security.session.endOthers') }}</button>
          }
          <button type="button" class="button is-text" (click)="endAll()">{{ t('security.session.endAll') }}</button>
        </p>
      </ng-template>
    </lotse-state>
  `,
})
export class SessionsSection {
  protected readonly t = injectText();
  protected readonly security = inject(OwnSecurity);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected named({ device }: OwnSession): string {
    return `${this.t('security.session.end')}: ${device ?? this.t('security.session.unknown')}`;
  }

  protected end({ id }: OwnSession): Promise<void> {
    return this.attempt(async () => {
      await this.api.send(endOwnSession, { params: { id }, body: {} });
      this.toasts.show(this.t('security.session.ended', { count: 1 }));
      this.security.sessions.reload();
    });
  }

  protected endOthers(): Promise<void> {
    return this.attempt(async () => {
      const { ended } = await this.api.send(endOwnSessions, { body: { which: 'others' } });
      this.toasts.show(this.t('security.session.ended', { count: ended }));
      this.security.sessions.reload();
    });
  }

  protected endAll(): Promise<void> {
    return this.attempt(async () => {
      await this.api.send(endOwnSessions, { body: { which: 'all' } });
      await this.session.signOut();
      await this.router.navigateByUrl('/anmelden');
    });
  }

  /** The password is asked for when it is too long ago that it was shown. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    this.problem.set(await this.security.attempt(act));
  }
}
