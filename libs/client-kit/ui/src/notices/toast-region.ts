import { Component, inject } from '@angular/core';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { Announcer } from './announcer';
import { Toasts, type Toast } from './toasts';

/** Where toasts and announcements appear; the frame has exactly one. It never takes the focus. */
@Component({
  selector: 'lotse-toast-region',
  imports: [Icon],
  template: `
    <div class="visually-hidden" aria-live="polite">{{ announcer.said() }}</div>
    <div class="toasts" role="status">
      @for (toast of toasts.shown(); track toast.id) {
        <div class="toast">
          <lotse-icon name="check" />
          <span>{{ toast.text }}</span>
          @if (toast.undo) {
            <button type="button" class="toast-act" (click)="undo(toast)">{{ t('kit.toast.undo') }}</button>
          }
          <button type="button" class="toast-close" (click)="toasts.close(toast.id)" [attr.aria-label]="t('kit.toast.close')">
            <lotse-icon name="x" [size]="16" />
          </button>
        </div>
      }
    </div>
  `,
})
export class ToastRegion {
  protected readonly t = injectText();
  protected readonly toasts = inject(Toasts);
  protected readonly announcer = inject(Announcer);

  protected undo(toast: Toast): void {
    this.toasts.close(toast.id);
    toast.undo?.();
  }
}
