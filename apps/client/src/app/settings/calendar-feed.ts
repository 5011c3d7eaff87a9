import { Component, inject, signal } from '@angular/core';
import { makeCalendarFeed, readCalendarFeedState, revokeCalendarFeed } from '@lotse/interop/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, injectText, Loaded, MomentTextPipe, Notice, State } from '@lotse/client-kit/ui';

/** The secret address under which one's own calendar program reads: made, said once, revoked. */
@Component({
  selector: 'lotse-calendar-feed',
  imports: [Control, Failure, Field, Loaded, MomentTextPipe, Notice, State],
  template: `
    <section class="form-section" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{{ t('settings.feed.heading') }}</h2>
      <p>{{ t('settings.feed.lead') }}</p>
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" />
      }
      <lotse-state [of]="found" [rows]="1">
        <ng-template [lotseLoaded]="found" let-state>
          <div class="stack">
            @if (state.feed; as feed) {
              <p class="muted">
                {{ t('settings.feed.since', { moment: (feed.createdAt | moment) }) }}
                {{ feed.lastReadAt ? t('settings.feed.read', { moment: (feed.lastReadAt | moment) }) : t('settings.feed.unread') }}
              </p>
            }
            <div class="cluster">
              <button type="button" class="button" [attr.aria-disabled]="busy() || null" (click)="make()">
                {{ t(state.feed ? 'settings.feed.again' : 'settings.feed.make') }}
              </button>
              @if (state.feed) {
                <button type="button" class="button is-text" [attr.aria-disabled]="busy() || null" (click)="revoke()">
                  {{ t('settings.feed.revoke') }}
                </button>
              }
            </div>
          </div>
        </ng-template>
      </lotse-state>
      <div role="status">
        @if (address(); as address) {
          <lotse-notice tone="due" [heading]="t('settings.feed.made')">
            <lotse-field [label]="t('settings.feed.address')" [hint]="t('settings.feed.once')" name="feedAddress">
              <input lotseControl readonly [value]="address" (focus)="$any($event.target).select()" />
            </lotse-field>
          </lotse-notice>
        }
      </div>
    </section>
  `,
})
export class CalendarFeed {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly found = this.api.read(readCalendarFeedState, () => ({}));
  protected readonly address = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected make(): Promise<void> {
    return this.attempt(async () => this.address.set((await this.api.send(makeCalendarFeed, {})).address));
  }

  protected revoke(): Promise<void> {
    return this.attempt(async () => {
      await this.api.send(revokeCalendarFeed, {});
      this.address.set(undefined);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
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
