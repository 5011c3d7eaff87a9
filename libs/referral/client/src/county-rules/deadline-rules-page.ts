import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Chip, Icon, injectText, Language, Loaded, Page, PlainDayPipe, State, Table, type Tone } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readDeadlineRules } from '@lotse/region/model';
import { amountText } from './deadline-words';
import { DeadlineRuleForm } from './deadline-rule-form';
import { statusOf, type RuleStatus } from './rule-words';

const toneOf: Readonly<Record<RuleStatus, Tone>> = { usual: 'plain', own: 'info', planned: 'due', retired: 'paused', notYet: 'due' };

/** `/verwaltung/fristen`: the deadlines of the county in all their versions. Which one is open stands in the address. */
@Component({
  selector: 'lotse-deadline-rules-page',
  imports: [Chip, DeadlineRuleForm, Icon, Loaded, Page, PlainDayPipe, RouterLink, State, Table],
  templateUrl: './deadline-rules-page.html',
  styleUrl: './rules-page.css',
})
export class DeadlineRulesPage {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  /** The deadline that is open; `neu` for one that is being written. */
  readonly rule = input<string | undefined>();

  protected readonly rules = inject(Api).read(readDeadlineRules, () => ({}));
  protected readonly rows = computed(() => {
    const today = calendarDayOf(new Date());
    const german = this.language.current() === 'de';
    return (this.rules.hasValue() ? this.rules.value().items : []).map(({ code, inForce, versions }) => {
      const held = versions.find(({ version }) => version === inForce) ?? versions[0]!;
      const status = statusOf(versions, inForce, today);
      return {
        code,
        status,
        tone: toneOf[status],
        name: german ? held.rule.de : held.rule.en,
        basis: held.rule.basis,
        amount: amountText(this.t, held.rule),
        start: this.t(`countyRules.start.${held.rule.start}`),
        version: held.version,
        next: versions.find(({ validFrom }) => validFrom !== null && validFrom > today)?.validFrom ?? null,
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
