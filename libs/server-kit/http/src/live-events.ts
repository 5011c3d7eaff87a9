import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Client } from 'pg';

/** One change, as screens are told about it: what changed, never what it says. */
export interface LiveEvent {
  /** Its place among the events of the outbox; absent for what is announced without one, which nobody catches up with. */
  sequence?: number;
  name: string;
  subject: string;
  subjectId: string;
  version: number;
}

/** `lost`: changes may have been missed. `closing`: this process ends, the stream with it. */
type Listener = (event: LiveEvent | 'lost' | 'closing') => void;

const reconnectAfter = 1_000;

/** Listens to the outbox of the database and tells the open screens of the organisations concerned. One connection a process. */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | undefined;
  private stopped = false;
  private again: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  /** Before the server stops listening: it would wait for open streams for ever. Screens come back to whichever process answers. */
  beforeApplicationShutdown(): void {
    this.everybody('closing');
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }

  /** Calls back for every change that concerns an organisation, until the answered function is called. */
  subscribe(organisationId: string, listener: Listener): () => void {
    const listeners = this.listeners.get(organisationId) ?? new Set();
    listeners.add(listener);
    this.listeners.set(organisationId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(organisationId);
    };
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.settings.DATABASE_URL });
    this.client = client;
    client.on('error', () => this.lost());
    client.on('end', () => this.lost());
    client.on('notification', (message) => this.pass(message.payload ?? '{}'));
    try {
      await client.connect();
      await client.query('listen lotse_event; listen lotse_announcement');
    } catch {
      this.lost();
    }
  }

  /** The connection broke: screens are told to read everything again, because changes may have been missed. */
  private lost(): void {
    if (this.stopped || this.again) return;
    this.log.warn('live events interrupted');
    this.again = setTimeout(() => {
      this.again = undefined;
      void this.listen().then(() => this.everybody('lost'));
    }, reconnectAfter);
  }

  private everybody(event: 'lost' | 'closing'): void {
    for (const listeners of [...this.listeners.values()]) for (const listener of [...listeners]) listener(event);
  }

  private pass(payload: string): void {
    const { audience, ...event } = JSON.parse(payload) as LiveEvent & { audience: string[] };
    for (const organisationId of new Set(audience)) {
      for (const listener of this.listeners.get(organisationId) ?? []) listener(event);
    }
  }
}
