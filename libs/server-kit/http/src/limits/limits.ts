import { createHash } from 'node:crypto';
import { Refusal, routeClassOf, tooFast, unavailable, type Endpoint, type RouteClass } from '@lotse/kernel';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { LotseRequest } from '../request';
import { tokenFrom } from '../session-cookie';
import { allowances } from './allowances';
import { CountedAlone, CountedAndTold, CountedTogether } from './limit';
import { CountsOfAll } from './counts-of-all';

type By = 'session' | 'address';
type Count = CountedAlone | CountedTogether;

/** What is kept of a session or an address is a hash: neither can be read from where calls are counted. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Holds back whoever calls far more often than a person can. What was typed stays with the caller, who is told how long to wait. */
@Injectable()
export class Limits {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly shared: CountsOfAll,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** @throws Refusal `too-fast` with the seconds to wait, or `unavailable` where nothing may happen without a count */
  async check(contract: Endpoint, request: LotseRequest): Promise<void> {
    if (this.settings.RATE_LIMITS === 0) return;
    const routeClass = routeClassOf(contract);
    const token = tokenFrom(request.headers.cookie);
    const [bySession, byAddress] = await Promise.all([
      token && this.take(routeClass, 'session', token),
      this.take(routeClass, 'address', request.ip),
    ]);
    const seconds = Math.max(bySession || 0, byAddress ?? 0);
    if (seconds === 0) return;
    this.log.warn({ request: request.id, limit: routeClass, by: bySession ? 'session' : 'address' }, 'held back');
    throw new Refusal(tooFast({ context: { seconds } }));
  }

  private async take(routeClass: RouteClass, by: By, who: string): Promise<number | undefined> {
    const { counted, withoutCount } = allowances[routeClass];
    try {
      return await this.count(routeClass, by).take(counted === 'alone' ? who : keyOf(who));
    } catch (error) {
      this.log.warn({ error, limit: routeClass }, 'calls are not counted');
      if (withoutCount === 'closed') throw new Refusal(unavailable());
      return undefined;
    }
  }

  private count(routeClass: RouteClass, by: By): Count {
    const name = `${routeClass}:${by}`;
    const known = this.counts.get(name);
    if (known) return known;
    const made = this.make(name, routeClass, by);
    this.counts.set(name, made);
    return made;
  }

  private make(name: string, routeClass: RouteClass, by: By): Count {
    const { counted, [by]: allowed } = allowances[routeClass];
    const points = Math.max(1, Math.round(allowed * this.settings.RATE_LIMITS));
    let made: ReturnType<CountsOfAll['count']> | undefined;
    const shared = () => (made ??= this.shared.count(name, points));
    if (counted === 'together') return new CountedTogether(shared);
    return counted === 'told' ? new CountedAndTold(points, shared) : new CountedAlone(points);
  }
}
