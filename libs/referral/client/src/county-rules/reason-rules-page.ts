import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Control, Field, Icon, injectText, Language, Loaded, Page, State, Table } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readReasonUses } from '@lotse/referral/model';
import { readReasonRules, reasonLists, type ReasonList } from '@lotse/region/model';
import { ReasonRuleForm } from './reason-rule-form';
import { PrintedVersions } from './printed-versions';
import { injectReasonLines } from './rule-lines';
import { RuleStandingMark } from './rule-standing';
import { standingOf } from './rule-words';

/** `/verwaltung/gruende`: what acts may be given as a reason, list by list. The list and the open reason stand in the address. */
@Component({
  selector: 'lotse-reason-rules-page',
  imports: [Control, Field, Icon, Loaded, Page, PrintedVersions, ReasonRuleForm, RouterLink, RuleStandingMark, State, Table],
  templateUrl: './reason-rules-page.html',
  styleUrl: './rules-page.css',
})
export class ReasonRulesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  readonly list = input<string | undefined>();
  /** The reason that is open; `neu` for one that is being written. */
  readonly rule = input<string | undefined>();

  protected readonly lists = reasonLists;
  protected readonly chosenList = computed<ReasonList>(() => reasonLists.find((known) => known === this.list()) ?? 'decline');
  protected readonly lines = injectReasonLines();
  protected readonly rules = this.api.read(readReasonRules, () => ({}));
  private readonly used = this.api.read(readReasonUses, () => ({}));

  private readonly items = computed(() =>
    (this.rules.hasValue() ? this.rules.value().items : []).filter(({ list }) => list === this.chosenList()),
  );
  protected readonly rows = computed(() => {
    const today = calendarDayOf(new Date());
    const german = this.language.current() === 'de';
    return this.items().map((item) => {
      const { rule, standing } = standingOf(item, today);
      return {
        code: item.code,
        inForce: item.inForce,
        versions: item.versions,
        standing,
        name: german ? rule.de : rule.en,
        needsText: rule.comment === 'required',
        keepsPlace: rule.keepsPlace,
        uses: this.usesOf(item.code),
      };
    });
  });
  protected readonly item = computed(() => this.items().find(({ code }) => code === this.rule()));
  protected readonly isOpen = computed(() => this.rule() === 'neu' || this.item() !== undefined);

  constructor() {
    // A reason that is none leads back to the list.
    effect(() => {
      if (this.rules.hasValue() && this.rule() !== undefined && !this.isOpen()) this.open(undefined);
    });
  }

  protected usesOf(code: string): number | undefined {
    if (!this.used.hasValue()) return undefined;
    return this.used.value().items.find((one) => one.list === this.chosenList() && one.code === code)?.uses ?? 0;
  }

  protected open(rule: string | undefined): void {
    void this.router.navigate([], { queryParams: { list: this.chosenList(), rule: rule ?? null } });
  }

  protected choose(list: string): void {
    void this.router.navigate([], { queryParams: { list, rule: null } });
  }

  protected saved(code: string): void {
    this.rules.reload();
    this.open(code);
  }

  protected print(): void {
    window.print();
  }
}
