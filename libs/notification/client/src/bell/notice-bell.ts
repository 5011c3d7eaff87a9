import { Component, computed, inject, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Failure, Icon, injectText, Popup } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { Notice } from '@lotse/notification/model';
import { NoticeBoard } from '../notice-board';
import { notificationTexts } from '../notification-texts';
import { NoticeLine } from '../words/notice-line';
import { placeOf } from '../words/notice-place';

const shown = 8;

/** The bell in the top bar: how many notices nobody has read yet, and the newest of them. */
@Component({
  selector: 'lotse-notice-bell',
  imports: [Failure, Icon, NoticeLine, Popup, RouterLink],
  template: `
    <lotse-popup align="end" buttonClass="button icon-button bell" [label]="label()">
      <ng-container popupButton>
        <lotse-icon name="bell" [size]="20" />
        @if (board.unread() > 0) {
          <span class="bell-count">{{ board.unread() > 99 ? '99+' : board.unread() }}</span>
        }
      </ng-container>
      <div class="bell-panel">
        <h2 class="bell-title">{{ t('notification.title') }}</h2>
        @if (board.newest.status() === 'error') {
          <lotse-failure [problem]="board.newest.error()" (retry)="board.newest.reload()" />
        } @else if (board.items().length === 0) {
          <p class="bell-empty muted">{{ t(board.newest.hasValue() ? 'notification.empty' : 'notification.loading') }}</p>
        } @else {
          <ul>
            @for (notice of board.items().slice(0, shown); track notice.id) {
              <li>
                <button type="button" class="menu-item" (click)="open(notice)">
                  <lotse-notice-line [notice]="notice" [unread]="board.isUnread(notice)" />
                </button>
              </li>
            }
          </ul>
        }
        <a class="menu-item bell-all" routerLink="/mitteilungen"
          >{{ t('notification.all') }}<lotse-icon name="arrow-right" [size]="16"
        /></a>
      </div>
    </lotse-popup>
  `,
  styles: `
    :host {
      display: block;
    }
    .bell-count {
      position: absolute;
      inset: -7px -11px auto auto;
      min-inline-size: 10px;
      padding: 0 4px;
      border-radius: var(--radius);
      background: var(--pine);
      color: var(--on-pine);
      font-size: 11px;
      font-weight: 650;
      line-height: 15px;
      text-align: center;
      border: 1px solid var(--surface);
      box-sizing: content-box;
    }
    .bell-panel {
      inline-size: min(380px, calc(100vw - 56px));
      max-block-size: min(560px, calc(100dvh - 96px));
      display: flex;
      flex-direction: column;
    }
    .bell-title {
      padding: 6px 10px var(--space-2);
      font-size: var(--text-base);
    }
    .bell-empty {
      padding: var(--space-4) 10px;
    }
    ul {
      overflow: auto;
      min-block-size: 0;
    }
    .menu-item {
      align-items: flex-start;
      padding-block: var(--space-2);
    }
    .bell-all {
      align-items: center;
      justify-content: center;
      margin-block-start: var(--space-1);
      border-block-start: 1px solid var(--hairline);
      border-start-start-radius: 0;
      border-start-end-radius: 0;
      color: var(--pine);
      font-weight: 560;
    }
    :host ::ng-deep .bell {
      position: relative;
    }
  `,
})
export class NoticeBell {
  protected readonly t = injectText('notification', notificationTexts);
  protected readonly board = inject(NoticeBoard);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly popup = viewChild.required(Popup);
  protected readonly shown = shown;

  protected readonly label = computed(() => {
    const count = this.board.unread();
    return count > 0 ? this.t('notification.bell.unread', { count }) : this.t('notification.bell.none');
  });

  protected open(notice: Notice): void {
    this.popup().close();
    void this.board.read(notice);
    const { path, query } = placeOf(notice, (permission) => this.session.may(permission));
    void this.router.navigate([...path], { queryParams: query });
  }
}
