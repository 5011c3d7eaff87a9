import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Chip, Fact, Icon, injectText, Loaded, Page, PlainDayPipe, State, Table } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { RuleVersions, type ListedVersion } from '@lotse/referral/client';
import { readOfferingRules, type OfferingRules, type OfferingVersion } from '@lotse/region/model';
import { OfferingRuleForm } from './offering-rule-form';
import { minutesText, noticeText, offeringLines, poolText, quietText, severalText } from './offering-words';

/** `/verwaltung/haltezeiten`: how long a slot is held, when nobody is disturbed, how many are asked at once; in all versions. */
@Component({
  selector: 'lotse-offering-rules-page',
  imports: [Chip, Fact, Icon, Loaded, OfferingRuleForm, Page, PlainDayPipe, RuleVersions, State, Table],
  templateUrl: './offering-rules-page.html',
  styles: `
    .panel,
    lotse-offering-rule-form {
      display: block;
      margin-block-end: var(--space-5);
    }
    .head {
      margin: 0 0 var(--space-3);
    }
    .facts {
      margin-block-start: var(--space-4);
    }
    .open {
      margin: var(--space-4) 0 0;
    }
  `,
})
export class OfferingRulesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  /** Another version that is being written: `neu`, or the number of the one that it brings back. */
  readonly entwurf = input<string>();

  protected readonly rules = this.api.read(readOfferingRules, () => ({}));
  protected readonly mayChange = computed(() => this.session.may('countyRule.change'));
  protected readonly isWriting = computed(() => this.entwurf() !== undefined && this.mayChange());
  protected readonly again = computed(() => {
    const draft = this.entwurf();
    return draft === undefined || draft === 'neu' ? undefined : Number(draft);
  });
  protected readonly columns = computed(() => [this.t('offeringRules.notice'), this.t('offeringRules.hold'), this.t('offeringRules.how')]);
  protected readonly lines = (version: ListedVersion) => offeringLines(this.t, version.rule as OfferingRules);

  protected readonly notice = noticeText;
  protected readonly minutes = minutesText;
  protected readonly quiet = quietText;
  protected readonly several = severalText;
  protected readonly pool = poolText;

  protected heldOf = (versions: readonly OfferingVersion[], inForce: number): OfferingRules =>
    (versions.find(({ version }) => version === inForce) ?? versions.at(-1)!).rule;

  protected plannedOf = (versions: readonly OfferingVersion[], inForce: number): string | null | undefined =>
    versions.find(({ version, validFrom }) => version > inForce && validFrom !== null)?.validFrom;

  protected write(draft: string | null): void {
    void this.router.navigate([], { queryParams: { entwurf: draft }, queryParamsHandling: 'merge' });
  }

  protected saved(): void {
    this.rules.reload();
    this.write(null);
  }
}
