import type { LiveChange, LiveState } from './live-stream';

/** What the page that holds the stream tells the others. */
export interface LiveMessage {
  readonly state?: LiveState;
  /** Null: everything may have changed. */
  readonly change?: LiveChange | null;
}

const name = 'lotse-live';

/**
 * Chooses one page of this browser to hold the stream and to pass on what arrives: a server over HTTP/1.1 may be asked on six
 * connections only, and an open stream takes one for good. Browsers without locks hold a stream per page.
 */
export class LiveLeader {
  private channel: BroadcastChannel | undefined;
  private release: (() => void) | undefined;
  private wanted: AbortController | undefined;

  constructor(
    private readonly lead: () => void,
    private readonly hear: (message: LiveMessage) => void,
  ) {}

  join(): void {
    if (this.wanted) return;
    this.wanted = new AbortController();
    if (typeof BroadcastChannel === 'undefined' || !('locks' in navigator)) return this.lead();
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<LiveMessage>) => this.hear(data);
    navigator.locks.request(name, { signal: this.wanted.signal }, () => this.hold()).catch(() => undefined);
  }

  tell(message: LiveMessage): void {
    this.channel?.postMessage(message);
  }

  leave(): void {
    this.wanted?.abort();
    this.wanted = undefined;
    this.release?.();
    this.channel?.close();
    this.channel = undefined;
  }

  /** The lock is kept until the page leaves or closes; then the next page leads. */
  private hold(): Promise<void> {
    this.lead();
    return new Promise((resolve) => (this.release = resolve));
  }
}
