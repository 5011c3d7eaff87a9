import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, FurtherPages } from '@lotse/client-kit/api';
import { Checkbox, Icon, injectText, Loaded, Page, RestOfList, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readNotices, type Notice } from '@lotse/notification/model';
import { NoticeBoard } from '../notice-board';
import { NoticeLine } from '../words/notice-line';
import { placeOf, type Place } from '../words/notice-place';

/** `/mitteilungen`: everything the organisation was told, newest first. */
@Component({
  selector: 'lotse-notices-page',
  imports: [Checkbox, Icon, Loaded, NoticeLine, Page, RestOfList, RouterLink, State],
  template: `
    <lotse-page [title]="t('notification.title')" [count]="board.unread() || undefined" [lead]="t('notification.lead')" width="narrow">
      <div class="notices-bar">
        <lotse-checkbox [label]="t('notification.onlyUnread')" name="unread" [checked]="onlyUnread()" (checkedChange)="show($event)" />
        @if (unreadHere().length > 0) {
          <button type="button" class="button" (click)="readAll()">
            <lotse-icon name="check" [size]="16" />{{ t('notification.readAll') }}
          </button>
        }
      </div>
      <lotse-state
        [of]="list"
        [empty]="list.hasValue() && list.value().items.length === 0"
        emptiness="done"
        [emptyText]="t(onlyUnread() ? 'notification.emptyUnread' : 'notification.empty')"
        [rowHeight]="64"
      >
        <ng-template [lotseLoaded]="list">
          <ul class="notices">
            @for (notice of further.items(); track notice.id) {
              <li [class.is-unread]="board.isUnread(notice)">
                <a
                  class="notice-link"
                  [routerLink]="placeFor(notice).path"
                  [queryParams]="placeFor(notice).query"
                  (click)="board.read(notice)"
                >
                  <lotse-notice-line [notice]="notice" [unread]="board.isUnread(notice)" [exact]="true" />
                </a>
                @if (board.isUnread(notice)) {
                  <button
                    type="button"
                    class="button is-text is-small"
                    [attr.aria-label]="t('notification.readOne', { reference: notice.reference ?? '' })"
                    (click)="board.read(notice)"
                  >
                    {{ t('notification.read') }}
                  </button>
                }
              </li>
            }
          </ul>
          <lotse-rest-of-list [pages]="further" />
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
  styles: `
    .notices-bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      margin-block-end: var(--space-4);
    }
    .notices {
      overflow: hidden;
      background: var(--surface);
      border: 1px solid var(--hairline);
      border-radius: var(--radius-panel);
    }
    .notices li {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding-inline-end: var(--space-3);
    }
    .notices li + li {
      border-block-start: 1px solid var(--hairline);
    }
    .notices li:hover {
      background: var(--hover);
    }
    .notice-link {
      flex: 1;
      min-inline-size: 0;
      padding: var(--space-3) var(--space-4);
      color: inherit;
      text-decoration: none;
    }
    .notice-link:focus-visible {
      outline-offset: -3px;
      border-radius: var(--radius-panel);
    }
    .button.is-small {
      flex: none;
    }
    @media screen and (max-width: 700px) {
      .notices li.is-unread {
        flex-wrap: wrap;
      }
      .notice-link {
        flex-basis: 100%;
        padding-inline: var(--space-3);
      }
      .notices .button {
        margin: -12px 0 8px 48px;
      }
    }
  `,
})
export class NoticesPage {
  protected readonly t = injectText();
  protected readonly board = inject(NoticeBoard);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);

  readonly unread = input<string>();
  protected readonly onlyUnread = computed(() => this.unread() === 'true');
  private readonly query = computed(() => ({ unread: this.onlyUnread() ? ('true' as const) : ('false' as const), limit: 30 }));
  private readonly newestId = computed(() => this.board.items()[0]?.id);
  /** Read again when the bell has heard of something new; what is marked here stays in sight until then. */
  protected readonly list = this.api.read(readNotices, () => {
    this.newestId();
    return { query: this.query() };
  });
  protected readonly further = new FurtherPages<Notice>(this.list, (cursor) =>
    this.api.send(readNotices, { query: { ...this.query(), cursor } }),
  );
  protected readonly unreadHere = computed(() => this.further.items().filter((notice) => this.board.isUnread(notice)));

  protected placeFor(notice: Notice): Place {
    return placeOf(notice, (permission) => this.session.may(permission));
  }

  protected show(onlyUnread: boolean): void {
    void this.router.navigate([], { queryParams: { unread: onlyUnread || null }, replaceUrl: true });
  }

  protected async readAll(): Promise<void> {
    for (const notice of this.unreadHere()) await this.board.read(notice);
  }
}
