import { Component, DestroyRef, inject } from '@angular/core';
import { Icon } from '../icon/icon';
import { isTyping, Keys } from '../keys/keys';
import { AboveDialogs } from '../overlays/above-dialogs';
import { injectText } from '../texts/inject-text';
import { Announcer } from './announcer';
import { Toasts, type Toast } from './toasts';

/**
 * Where toasts and announcements appear; the frame has exactly one. It never takes the focus. It lies above
 * everything, and gives the focus back when it had it.
 */
@Component({
  selector: 'lotse-toast-region',
  imports: [AboveDialogs, Icon],
  template: `
    <div
      lotseAboveDialogs
      class="toast-layer"
      (pointerenter)="toasts.hold(true)"
      (pointerleave)="toasts.hold(false)"
      (focusin)="entered($event)"
      (focusout)="toasts.hold(false)"
    >
      <div class="visually-hidden" aria-live="polite">{{ announcer.said() }}</div>
      <div class="toasts" role="status" aria-atomic="false">
        @for (toast of toasts.shown(); track toast.id) {
          <div class="toast">
            <lotse-icon name="check" />
            <span>{{ toast.text }}</span>
            @if (toast.undo) {
              <button type="button" class="toast-act" (click)="end(toast, true)">
                {{ t('kit.toast.undo') }}
                @if (keys.single()) {
                  <kbd aria-hidden="true">{{ keys.letterOf('undo') }}</kbd>
                }
              </button>
            }
            <button type="button" class="toast-close" (click)="end(toast)" [attr.aria-label]="t('kit.toast.close')">
              <lotse-icon name="x" [size]="16" />
            </button>
          </div>
        }
      </div>
    </div>
  `,
})
export class ToastRegion {
  protected readonly t = injectText();
  protected readonly toasts = inject(Toasts);
  protected readonly announcer = inject(Announcer);
  protected readonly keys = inject(Keys);
  private cameFrom: HTMLElement | undefined;

  constructor() {
    const undo = ({ target }: KeyboardEvent) => !isTyping(target) && this.toasts.undoLast();
    inject(DestroyRef).onDestroy(this.keys.bind({ '$mod+z': undo }));
  }

  protected entered({ relatedTarget, currentTarget }: FocusEvent): void {
    this.toasts.hold(true);
    if (relatedTarget instanceof HTMLElement && !(currentTarget as Element).contains(relatedTarget)) this.cameFrom = relatedTarget;
  }

  /** The focus goes back to where it came from before its button goes away. */
  protected end(toast: Toast, withUndo = false): void {
    if (this.cameFrom?.isConnected) this.cameFrom.focus();
    if (withUndo) this.toasts.undo(toast);
    else this.toasts.close(toast.id);
  }
}
