/** Something changed: no content, only where to look. */
export interface LiveChange {
  readonly type: string;
  readonly subject: string;
  readonly id: string;
  readonly version?: number;
}

export type LiveState = 'online' | 'interrupted';

const address = '/api/events';
const firstRetry = 2_000;
const longestRetry = 60_000;
/** A stream that is back this soon was never worth a word. */
const patience = 4_000;
/** The browser tries again by itself; only a stream it gave up for good (an error answer) is opened anew by us. */
const closed = 2;

/** One stream of the server's events, reopened as long as somebody wants it. */
export class LiveStream {
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private notice: ReturnType<typeof setTimeout> | undefined;
  private wait = firstRetry;

  constructor(
    private readonly onChange: (change: LiveChange | undefined) => void,
    private readonly onState: (state: LiveState) => void,
  ) {}

  /** Opens the stream with what happened since an event, so that nothing is missed between the first reading and the opening. */
  open(since: number): void {
    if (this.source || typeof EventSource === 'undefined') return;
    const source = new EventSource(`${address}?since=${since}`, { withCredentials: true });
    this.source = source;
    source.onopen = () => this.opened();
    source.onmessage = (event: MessageEvent<string>) => this.received(event.data);
    source.addEventListener('reset', () => this.onChange(undefined));
    source.onerror = () => this.failed(source, since);
  }

  close(): void {
    clearTimeout(this.retry);
    this.forget();
    this.source?.close();
    this.source = undefined;
    this.onState('online');
  }

  private opened(): void {
    this.wait = firstRetry;
    this.forget();
    this.onState('online');
  }

  private received(data: string): void {
    try {
      this.onChange(JSON.parse(data) as LiveChange);
    } catch {
      // A line that is no JSON is not for us.
    }
  }

  private failed(source: EventSource, since: number): void {
    this.notice ??= setTimeout(() => this.onState('interrupted'), patience);
    if (source.readyState !== closed) return;
    source.close();
    this.source = undefined;
    this.retry = setTimeout(() => this.reopen(since), this.wait);
    this.wait = Math.min(this.wait * 2, longestRetry);
  }

  private forget(): void {
    clearTimeout(this.notice);
    this.notice = undefined;
  }

  /** A new stream does not know what was missed, so everything may have changed. */
  private reopen(since: number): void {
    this.open(since);
    this.source?.addEventListener('open', () => this.onChange(undefined), { once: true });
  }
}
