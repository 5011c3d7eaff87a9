import { createHash } from 'node:crypto';
import { Refusal, routeClassOf, tooFast, unavailable, type Endpoint, type RouteClass } from '@lotse/kernel';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { LotseRequest } from '../request';
import { tokenFrom } from '../session-cookie';
import { allowances } from './allowances';
import { CountedAlone, CountedAndTold, CountedTogether, type Wait } from './limit';
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

  /**
   * Nothing to wait for unless all processes count as one.
   * @throws Refusal `too-fast` with the seconds to wait, or `unavailable` where nothing may happen without a count
   */
  check(contract: Endpoint, request: LotseRequest): Promise<void> | undefined {
    if (this.settings.RATE_LIMITS === 0) return undefined;
    const routeClass = routeClassOf(contract);
    const token = tokenFrom(request.headers.cookie);
    if (allowances[routeClass].counted === 'together') return this.checkTogether(routeClass, token, request);
    this.refuse(routeClass, request, {
      session: token === undefined ? undefined : this.takeHere(routeClass, 'session', token),
      address: this.takeHere(routeClass, 'address', request.ip),
    });
    return undefined;
  }

  private takeHere(routeClass: RouteClass, by: By, who: string): Wait {
    const count = this.count(routeClass, by) as CountedAlone;
    return count.take(allowances[routeClass].counted === 'alone' ? who : keyOf(who));
  }

  private async checkTogether(routeClass: RouteClass, token: string | undefined, request: LotseRequest): Promise<void> {
    const [session, address] = await Promise.all([
      token === undefined ? undefined : this.takeTogether(routeClass, 'session', token),
      this.takeTogether(routeClass, 'address', request.ip),
    ]);
    this.refuse(routeClass, request, { session, address });
  }

  private async takeTogether(routeClass: RouteClass, by: By, who: string): Promise<Wait> {
    try {
      return await this.count(routeClass, by).take(keyOf(who));
    } catch (error) {
      this.log.warn({ error, limit: routeClass }, 'calls are not counted');
      if (allowances[routeClass].withoutCount === 'closed') throw new Refusal(unavailable());
      return undefined;
    }
  }

  private refuse(routeClass: RouteClass, request: LotseRequest, waits: Record<By, Wait>): void {
    const seconds = Math.max(waits.session ?? 0, waits.address ?? 0);
    if (seconds === 0) return;
    this.log.warn({ request: request.id, limit: routeClass, by: waits.session ? 'session' : 'address' }, 'held back');
    throw new Refusal(tooFast({ context: { seconds } }));
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
