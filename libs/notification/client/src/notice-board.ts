import { computed, inject, Service, signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { markNoticeRead, readNotices, type Notice } from '@lotse/notification/model';

/** Notices often come in pairs: read once. */
const momentLater = 300;

/** The newest notices and how many are unread: one reading for the bell and the page. */
@Service()
export class NoticeBoard {
  private readonly api = inject(Api);
  readonly newest = this.api.read(readNotices, () => ({ query: { limit: 20 } }));
  /** Read here, before the server has said so. */
  private readonly justRead = signal<ReadonlySet<string>>(new Set());
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly items = computed(() => (this.newest.hasValue() ? this.newest.value().items : []));
  readonly unread = computed(() => {
    if (!this.newest.hasValue()) return 0;
    const read = this.items().filter(({ id, readAt }) => readAt === null && this.justRead().has(id)).length;
    return Math.max(0, this.newest.value().unread - read);
  });

  constructor() {
    inject(Live).onChange('notice', () => this.soon());
  }

  isUnread({ id, readAt }: Notice): boolean {
    return readAt === null && !this.justRead().has(id);
  }

  /** Marks a notice as read for the whole organisation. If that fails it stays unread: nobody is told anything wrong. */
  async read(notice: Notice): Promise<void> {
    if (!this.isUnread(notice)) return;
    this.justRead.update((ids) => new Set([...ids, notice.id]));
    try {
      await this.api.send(markNoticeRead, { params: { id: notice.id }, body: {} });
      this.newest.reload();
    } catch {
      this.justRead.update((ids) => new Set([...ids].filter((id) => id !== notice.id)));
    }
  }

  private soon(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.newest.reload(), momentLater);
  }
}
