import { Component, inject, input, output } from '@angular/core';
import { Icon, injectText, type IconName } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { WorklistFilters } from '../worklist/worklist-filters';

/** Whose work one looks at, or what was put aside. */
type View = Pick<WorklistFilters, 'assignee' | 'snoozed'>;

const views: readonly { key: string; icon: IconName; view: View }[] = [
  { key: 'all', icon: 'building', view: { assignee: '', snoozed: '' } },
  { key: 'me', icon: 'user-round', view: { assignee: 'me', snoozed: '' } },
  { key: 'nobody', icon: 'circle-dashed', view: { assignee: 'nobody', snoozed: '' } },
  { key: 'snoozed', icon: 'alarm-clock', view: { assignee: '', snoozed: 'only' } },
];

/** The switch above the inbox: the whole organisation, mine, nobody's, put aside. */
@Component({
  selector: 'lotse-inbox-views',
  imports: [Icon],
  template: `
    <div class="tabs" role="group" [attr.aria-label]="t('referral.inbox.views')">
      @for (one of views; track one.key) {
        <button type="button" class="tab" [attr.aria-pressed]="isChosen(one.view)" (click)="choose.emit(one.view)">
          <lotse-icon [name]="one.icon" [size]="16" />{{ t('referral.inbox.view.' + one.key) }}
          @if (counts()[one.key]; as count) {
            <span class="tab-count">{{ count }}</span>
          }
        </button>
      }
    </div>
  `,
})
export class InboxViews {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  protected readonly views = views;
  readonly filters = input.required<View>();
  readonly counts = input<Readonly<Record<string, string | undefined>>>({});
  readonly choose = output<View>();

  protected isChosen({ assignee, snoozed }: View): boolean {
    const { assignee: by, snoozed: aside } = this.filters();
    const isMe = by === this.session.session()?.staff.id ? 'me' : by;
    return isMe === assignee && aside === snoozed;
  }
}
