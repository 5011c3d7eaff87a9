import { DestroyRef, inject, Service, signal } from '@angular/core';
import { LiveLeader } from './live-leader';
import { LiveStream, type LiveChange, type LiveState } from './live-stream';

type Listener = (change: LiveChange | undefined) => void;

/** What changes on the server while one looks: who listens to a subject hears its id and version, and reads again by its own rights. */
@Service()
export class Live {
  private since = 0;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly reported = signal<LiveState>('online');
  private readonly stream = new LiveStream(
    (change) => {
      this.leader.tell({ change: change ?? null });
      this.pass(change);
    },
    (state) => {
      this.leader.tell({ state });
      this.reported.set(state);
    },
  );
  private readonly leader = new LiveLeader(
    () => this.stream.open(this.since),
    ({ state, change }) => {
      if (state) this.reported.set(state);
      if (change !== undefined) this.pass(change ?? undefined);
    },
  );

  /** Whether changes arrive at the moment; `interrupted` while the connection is lost. */
  readonly state = this.reported.asReadonly();

  /** Starts to listen to what happens after an event; called when somebody is signed in. */
  start(since: number): void {
    this.since = since;
    this.leader.join();
  }

  stop(): void {
    this.stream.close();
    this.leader.leave();
  }

  /**
   * Calls back when something of a subject changes, until the caller is destroyed. Without a change (after an interruption that was
   * too long to catch up with) everything may have changed: read again.
   */
  onChange(subject: string, listener: Listener, destroyRef = inject(DestroyRef)): void {
    const found = this.listeners.get(subject) ?? new Set();
    this.listeners.set(subject, found.add(listener));
    destroyRef.onDestroy(() => found.delete(listener));
  }

  private pass(change: LiveChange | undefined): void {
    const concerned = change === undefined ? [...this.listeners.values()] : [this.listeners.get(change.subject) ?? new Set<Listener>()];
    for (const listeners of concerned) for (const listener of [...listeners]) listener(change);
  }
}
