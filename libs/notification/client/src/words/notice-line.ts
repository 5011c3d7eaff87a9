import { Component, computed, inject, input } from '@angular/core';
import { Icon, injectText, Language, MomentTextPipe, relativeText, Texts } from '@lotse/client-kit/ui';
import type { Notice } from '@lotse/notification/model';
import { iconOf } from './notice-place';
import { noticeText } from './notice-text';

/** What a notice says: its sentence, which referral, when; unread ones are marked by more than colour. */
@Component({
  selector: 'lotse-notice-line',
  imports: [Icon, MomentTextPipe],
  template: `
    <span class="notice-icon" [class.is-unread]="unread()"><lotse-icon [name]="icon()" /></span>
    <span class="notice-words">
      <span class="notice-text" [class.is-unread]="unread()">{{ text() }}</span>
      <span class="cell-sub">
        @if (unread()) {
          <span class="visually-hidden">{{ t('notification.unread') }}, </span>
        }
        @if (notice().reference; as reference) {
          {{ t('notification.reference', { reference }) }} ·
        }
        @if (notice().serviceName; as service) {
          {{ service }} ·
        }
        <time [attr.datetime]="notice().createdAt" [attr.title]="notice().createdAt | moment">{{ when() }}</time>
        @if (exact()) {
          · {{ notice().createdAt | moment }}
        }
      </span>
    </span>
    @if (unread() && !exact()) {
      <span class="notice-dot" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      gap: var(--space-3);
      inline-size: 100%;
    }
    .notice-icon {
      display: grid;
      place-items: center;
      flex: none;
      inline-size: 32px;
      block-size: 32px;
      border-radius: var(--radius);
      background: var(--hover);
      color: var(--muted);
    }
    .notice-icon.is-unread {
      background: var(--selected);
      color: var(--pine);
    }
    .notice-words {
      flex: 1;
      min-inline-size: 0;
    }
    .notice-text {
      display: block;
      line-height: 1.35;
    }
    .notice-text.is-unread {
      font-weight: 620;
    }
    .notice-dot {
      flex: none;
      inline-size: 9px;
      block-size: 9px;
      margin-block-start: 7px;
      border-radius: 50%;
      background: var(--pine);
    }
  `,
})
export class NoticeLine {
  protected readonly t = injectText();
  private readonly texts = inject(Texts);
  private readonly language = inject(Language);

  readonly notice = input.required<Notice>();
  readonly unread = input(false);
  /** Whether the exact time stands there too. */
  readonly exact = input(false);

  protected readonly icon = computed(() => iconOf(this.notice().kind));
  protected readonly text = computed(() => noticeText(this.t, this.texts, this.notice()));
  protected readonly when = computed(() => relativeText(this.notice().createdAt, this.language.current()));
}
