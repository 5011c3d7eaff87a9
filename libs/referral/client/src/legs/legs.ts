import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf } from '@lotse/client-kit/api';
import { Failure, Field, Control, Icon, injectText, Language, Loaded, plainDayText, State, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { changeJoinRule, joinRules, readLegs, refusedSplitFrom, type JoinRule, type Referral } from '@lotse/referral/model';
import type { ApiProblem } from '@lotse/client-kit/api';
import { AnotherService } from './another-service';
import { isBack } from '../words/is-back';
import { legsTexts } from './legs-texts';
import { routeOf, type Route, type Turn } from './route-of';

/** Who has had the referral, on one clock, with the other services for the same need; and how another one is brought in. */
@Component({
  selector: 'lotse-legs',
  imports: [AnotherService, Control, Failure, Field, Icon, Loaded, RouterLink, State],
  templateUrl: './legs.html',
  styleUrl: './legs.css',
})
export class Legs {
  protected readonly t = injectText('legs', legsTexts);
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly referral = input.required<Referral>();
  protected readonly rules = joinRules;
  protected readonly legs = this.api.read(readLegs, () => {
    const { id, version } = this.referral();
    return version > 0 ? { params: { id } } : undefined;
  });
  private readonly found = computed(() => (this.legs.hasValue() ? this.legs.value() : undefined));
  protected readonly route = computed(() => {
    const found = this.found();
    return found && routeOf(found, Date.now());
  });
  /** The form that is open; another referral closes it. */
  protected readonly open = linkedSignal<string, 'add' | 'split' | undefined>({
    source: () => this.referral().id,
    computation: () => undefined,
  });
  protected readonly rule = linkedSignal(() => this.found()?.joinRule ?? null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  private readonly own = computed(() => this.session.session()?.organisation.id);
  protected readonly mayAdd = computed(
    () =>
      this.session.may('referral.addPart') &&
      this.referral().referrer.organisationId === this.own() &&
      this.referral().custody.custodian !== 'nobody' &&
      this.referral().content.serviceId !== null,
  );
  protected readonly maySplit = computed(
    () =>
      this.session.may('referral.splitOff') &&
      this.referral().recipient?.organisationId === this.own() &&
      !refusedSplitFrom(this.referral().state),
  );

  protected readonly finding = computed(() => {
    const [found, route] = [this.found(), this.route()];
    if (!found || !route) return '';
    if (found.clockStartedAt === null) return this.t('legs.finding.planned');
    const { completed } = route;
    const now = this.standing(found.parts.length === 1 && isBack(this.referral()) ? { ...route, isBack: true } : route);
    return found.parts.length > 1 ? `${now} ${this.t('legs.finding.parts', { done: completed, count: found.parts.length })}` : now;
  });
  /** One bar that runs from the beginning until now says nothing that the sentence does not. */
  protected readonly isDrawn = computed(() => {
    const turns = this.route()?.turns ?? [];
    return turns.length > 1 || turns.some(({ leg }) => leg !== null && leg.endedAt !== null);
  });
  protected readonly firstDay = computed(() => {
    const startedAt = this.found()?.clockStartedAt;
    return startedAt ? plainDayText(startedAt, this.language.current()) : undefined;
  });

  private standing({ days, withNow, isBack }: Route): string {
    const count = { count: days };
    if (withNow.length === 0 && !isBack) return this.t(days === 0 ? 'legs.finding.endedToday' : 'legs.finding.ended', count);
    const since = this.t(days === 0 ? 'legs.finding.today' : 'legs.finding.days', count);
    return isBack ? this.t('legs.finding.back', { since }) : this.t('legs.finding.running', { since, names: withNow.join(', ') });
  }

  protected time({ leg }: Turn): string {
    if (leg === null) return this.t('legs.prepared');
    const from = plainDayText(leg.openedAt, this.language.current());
    if (leg.endedAt === null) return this.t('legs.since', { from });
    const to = plainDayText(leg.endedAt, this.language.current());
    return from === to ? from : this.t('legs.from', { from, to });
  }

  /** How the turn ended; while it runs, where the referral is. */
  protected how({ leg, part }: Turn): string {
    return leg?.ending ? this.t(`legs.ending.${leg.ending}`) : this.t(`referral.state.${part.state}`);
  }

  protected async changeRule(joinRule: JoinRule): Promise<void> {
    const { id, version } = this.referral();
    this.problem.set(undefined);
    this.rule.set(joinRule);
    try {
      await this.api.send(changeJoinRule, { params: { id }, version, body: { joinRule } });
      this.toasts.show(this.t('legs.rule.changed'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.legs.reload();
    }
  }

  protected splitDone(): void {
    this.open.set(undefined);
    this.legs.reload();
  }
}
