import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { windowSeconds } from './allowances';

const tellEvery = 1_000;

/** How long somebody has to wait; undefined when they may go on. */
export type Wait = number | undefined;

const secondsOf = (refused: unknown): number => {
  if (!(refused instanceof RateLimiterRes)) throw refused;
  return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
};

/**
 * Counts in this process only, at once: whoever reads waits for nothing, not even for a promise. All windows of a process end together, so that
 * nothing is kept of anybody for longer.
 */
export class CountedAlone {
  private readonly counts = new Map<string, number>();
  private ends = 0;

  constructor(protected readonly points: number) {}

  take(key: string): Wait {
    const now = Date.now();
    if (now >= this.ends) {
      this.counts.clear();
      this.ends = now + windowSeconds * 1_000;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count > this.points ? Math.ceil((this.ends - now) / 1_000) : undefined;
  }

  /** Somebody has used up elsewhere what is left of this window. */
  protected useUp(key: string): void {
    this.counts.set(key, this.points);
  }
}

/** Counts in this process and tells the others once a second, so that nobody waits for the count of all. */
export class CountedAndTold extends CountedAlone {
  private readonly untold = new Map<string, number>();
  private telling: NodeJS.Timeout | undefined;

  constructor(
    points: number,
    private readonly shared: () => Promise<RateLimiterStoreAbstract>,
  ) {
    super(points);
  }

  override take(key: string): Wait {
    this.untold.set(key, (this.untold.get(key) ?? 0) + 1);
    this.telling ??= setTimeout(() => void this.tell(), tellEvery).unref();
    return super.take(key);
  }

  /** Adds what was counted here to the count of all; whoever is over it there is refused here. A count that cannot be told is let go. */
  async tell(): Promise<void> {
    this.telling = undefined;
    const counts = [...this.untold];
    this.untold.clear();
    await Promise.all(counts.map(([key, count]) => this.tellOne(key, count).catch(() => undefined)));
  }

  private async tellOne(key: string, count: number): Promise<void> {
    const { consumedPoints } = await (await this.shared()).penalty(key, count);
    if (consumedPoints > this.points) this.useUp(key);
  }
}

/** Asks the count of all processes before anything is done. */
export class CountedTogether {
  constructor(private readonly shared: () => Promise<RateLimiterStoreAbstract>) {}

  async take(key: string): Promise<Wait> {
    const shared = await this.shared();
    return shared.consume(key).then(() => undefined, secondsOf);
  }
}
