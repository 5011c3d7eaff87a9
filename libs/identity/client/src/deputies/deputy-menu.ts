import { Component, computed, inject, signal } from '@angular/core';
import { Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';
import { deputiesTexts } from './deputies-texts';
import { injectSwitchPlace } from './switch-place';

/** The places one may stand in at today; in the account's menu. */
@Component({
  selector: 'lotse-deputy-menu',
  imports: [Icon, PlainDayPipe],
  template: `
    @for (deputyship of others(); track deputyship.id) {
      <button type="button" class="menu-item" (click)="begin(deputyship.id)">
        <lotse-icon name="users" />
        <span>
          {{ t('deputies.begin', { organisation: deputyship.organisation }) }}
          <span class="cell-sub">{{ t('deputies.beginFor', { name: deputyship.absentName, day: deputyship.untilDay | plainDay }) }}</span>
        </span>
      </button>
    }
    @if (failed()) {
      <p class="menu-note" role="alert">{{ t('deputies.beginFailed') }}</p>
    }
    <hr />
  `,
})
export class DeputyMenu {
  protected readonly t = injectText('deputies', deputiesTexts);
  private readonly session = inject(CurrentSession);
  private readonly switchPlace = injectSwitchPlace();
  protected readonly failed = signal(false);
  protected readonly others = computed(() => {
    const session = this.session.session();
    return session?.deputyships.filter(({ id }) => id !== session.deputyship?.id) ?? [];
  });

  protected begin(id: string): void {
    this.switchPlace(id).catch(() => this.failed.set(true));
  }
}
