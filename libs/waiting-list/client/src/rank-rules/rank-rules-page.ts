import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Chip, Icon, injectText, Loaded, Page, PlainDayPipe, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { RuleVersions, type ListedVersion } from '@lotse/referral/client';
import type { RankOrder } from '@lotse/region/model';
import { readOutOfTurn, readRankRules, type RankScope, type RankVersion } from '@lotse/waiting-list/model';
import { RankRuleForm } from './rank-rule-form';
import { rankLines, sentencesOf } from './rank-words';
import { ReplayPast } from './replay-past';
import { TurnsTable } from './turns-table';

type Listed = ListedVersion & { readonly order: RankOrder | null };

/** `/verwaltung/reihenfolge`: by which rule lists are ordered, in words and in all versions, and what another one would do. */
@Component({
  selector: 'lotse-rank-rules-page',
  imports: [Chip, Icon, Loaded, Page, PlainDayPipe, RankRuleForm, ReplayPast, RouterLink, RuleVersions, State, TurnsTable],
  templateUrl: './rank-rules-page.html',
  styleUrl: './rank-rules-page.css',
})
export class RankRulesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  /** Whose rule is looked at: a service, or `landkreis`; the first that one may change if the address names none. */
  readonly angebot = input<string>();
  /** Another rule that is being written: `neu`, or the number of the version that it brings back. */
  readonly entwurf = input<string>();

  protected readonly keyOf = keyOf;
  protected readonly rules = this.api.read(readRankRules, () => ({}));
  protected readonly turns = this.api.read(readOutOfTurn, () => ({}));
  protected readonly mayReplay = computed(() => this.session.may('rankRule.replay'));

  protected readonly scope = computed((): RankScope | undefined => {
    if (!this.rules.hasValue()) return undefined;
    const { scopes } = this.rules.value();
    return scopes.find((scope) => keyOf(scope) === this.angebot()) ?? scopes.find(({ mayChange }) => mayChange) ?? scopes[0];
  });
  protected readonly isWriting = computed(() => this.entwurf() !== undefined && (this.scope()?.mayTry ?? false));
  protected readonly again = computed(() => {
    const draft = this.entwurf();
    return draft === undefined || draft === 'neu' ? undefined : Number(draft);
  });
  protected readonly sentences = computed(() => {
    const scope = this.scope();
    return scope ? sentencesOf(this.t, scope.inForce.order) : [];
  });
  /** Whose rule it is that counts, and in which version. */
  protected readonly origin = computed(() => {
    const scope = this.scope();
    if (!scope) return '';
    const { serviceId, version } = scope.inForce;
    if (version === 0) return this.t('rankRules.origin.usual');
    const number = { number: version };
    if (serviceId !== null) return this.t('rankRules.origin.own', number);
    return this.t(scope.serviceId === null ? 'rankRules.origin.county' : 'rankRules.origin.countyHere', number);
  });
  protected readonly planned = computed(() => {
    const scope = this.scope();
    return scope?.versions.find(({ version, validFrom }) => version > scope.ownInForce && validFrom !== null)?.validFrom;
  });
  protected readonly versions = computed((): Listed[] => (this.scope()?.versions ?? []).map(listed));
  protected readonly lines = computed(() => (version: ListedVersion) => rankLines(this.t, (version as Listed).order));

  /** `neu`, or the number of a version that is written again. */
  protected write(draft: string | null): void {
    void this.router.navigate([], { queryParams: { entwurf: draft }, queryParamsHandling: 'merge' });
  }

  protected saved(): void {
    this.rules.reload();
    this.write(null);
  }
}

/** How the address names whose rule it is. */
const keyOf = ({ serviceId }: RankScope): string => serviceId ?? 'landkreis';

const listed = ({ order, ...version }: RankVersion): Listed => ({ ...version, order, rule: {} });
