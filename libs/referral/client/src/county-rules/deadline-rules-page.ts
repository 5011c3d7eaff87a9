import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText, Language, Loaded, Page, State, Table } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readDeadlineRules } from '@lotse/region/model';
import { amountText } from './deadline-words';
import { DeadlineRuleForm } from './deadline-rule-form';
import { PrintedVersions } from './printed-versions';
import { RuleStandingMark } from './rule-standing';
import { injectDeadlineLines } from './rule-lines';
import { standingOf } from './rule-words';

/** `/verwaltung/fristen`: the deadlines of the county in all their versions. Which one is open stands in the address. */
@Component({
  selector: 'lotse-deadline-rules-page',
  imports: [DeadlineRuleForm, Icon, Loaded, Page, PrintedVersions, RouterLink, RuleStandingMark, State, Table],
  templateUrl: './deadline-rules-page.html',
  styleUrl: './rules-page.css',
})
export class DeadlineRulesPage {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  /** The deadline that is open; `neu` for one that is being written. */
  readonly rule = input<string | undefined>();

  protected readonly lines = injectDeadlineLines();
  protected readonly rules = inject(Api).read(readDeadlineRules, () => ({}));
  protected readonly rows = computed(() => {
    const today = calendarDayOf(new Date());
    const german = this.language.current() === 'de';
    return (this.rules.hasValue() ? this.rules.value().items : []).map((item) => {
      const { rule, standing } = standingOf(item, today);
      return {
        code: item.code,
        inForce: item.inForce,
        versions: item.versions,
        standing,
        name: german ? rule.de : rule.en,
        basis: rule.basis,
        amount: amountText(this.t, rule),
        start: this.t(`countyRules.start.${rule.start}`),
      };
    });
  });
  protected readonly item = computed(() =>
    this.rules.hasValue() ? this.rules.value().items.find(({ code }) => code === this.rule()) : undefined,
  );
  protected readonly isOpen = computed(() => this.rule() === 'neu' || this.item() !== undefined);

  constructor() {
    // A deadline that is none leads back to the list.
    effect(() => {
      if (this.rules.hasValue() && this.rule() !== undefined && !this.isOpen()) this.open(undefined);
    });
  }

  protected open(rule: string | undefined): void {
    void this.router.navigate([], { queryParams: { rule: rule ?? null } });
  }

  protected saved(code: string): void {
    this.rules.reload();
    this.open(code);
  }

  protected print(): void {
    window.print();
  }
}
