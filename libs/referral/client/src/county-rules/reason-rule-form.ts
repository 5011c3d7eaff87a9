import { Component, computed, inject, input, output } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Checkbox, Control, controlIdOf, DayField, Field, Icon, injectText, Language, ProblemSummary } from '@lotse/client-kit/ui';
import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { changeReasonRule, consequences, type ActReason, type ReasonList, type ReasonVersion } from '@lotse/region/model';
import { RuleActs } from './rule-acts';
import { RuleChangeFields } from './rule-change-fields';
import { RuleEditing } from './rule-editing';
import { RuleNameFields } from './rule-name-fields';
import { RuleVersions } from './rule-versions';
import { injectReasonLines } from './rule-lines';

/** A reason of the county, as the list names it; without one a new reason is written. */
export interface ReasonItem {
  readonly list: ReasonList;
  readonly code: string;
  readonly inForce: number | null;
  readonly versions: readonly ReasonVersion[];
}

const empty = (list: ReasonList): ActReason => ({
  list,
  code: '',
  de: '',
  en: '',
  party: 'provider',
  comment: 'optional',
  from: null,
  until: null,
  keepsPlace: false,
});

/** One reason: what it says, what it means, how often it was given, and all its versions. It is retired, never deleted. */
@Component({
  selector: 'lotse-reason-rule-form',
  imports: [Checkbox, Control, DayField, Field, Icon, ProblemSummary, RuleActs, RuleChangeFields, RuleNameFields, RuleVersions],
  templateUrl: './reason-rule-form.html',
  styleUrl: './rule-form.css',
})
export class ReasonRuleForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly item = input<ReasonItem | undefined>();
  readonly list = input.required<ReasonList>();
  /** How often it was given in the last year; not known yet while it is read. */
  readonly uses = input<number | undefined>();
  /** The version of the county's settings that was looked at. */
  readonly version = input.required<number>();
  readonly saved = output<string>();
  readonly leave = output();

  protected readonly consequences = consequences;
  protected readonly parties = ['person', 'provider', 'referrer', 'system'] as const;
  protected readonly editing = new RuleEditing<ActReason>({
    key: computed(() => `${this.list()} ${this.item()?.code ?? ''}`),
    begin: () => this.item()?.versions[0]?.rule ?? empty(this.list()),
    isNew: computed(() => this.item() === undefined),
    send: ({ version: _version, validFrom: _validFrom, ...rule }, said) =>
      this.api.send(changeReasonRule, { version: this.version(), body: { ...said, rule } }),
    saved: () => this.saved.emit(this.editing.draft().code),
  });
  protected readonly draft = this.editing.draft;
  protected readonly labels = computed(() => ({
    ...Object.fromEntries(['code', 'de', 'en', 'party'].map((name) => [`rule.${name}`, this.t(`countyRules.field.${name}`)])),
    'rule.until': this.t('countyRules.field.chosenUntil'),
    validFrom: this.t('countyRules.field.validFrom'),
    why: this.t('countyRules.field.why'),
  }));
  protected readonly lines = injectReasonLines();

  /** From today on it is chosen no more; old referrals go on naming it. */
  protected retire(): void {
    this.editing.set({ until: addCalendarDays(calendarDayOf(new Date()), -1) });
    document.getElementById(controlIdOf('why'))?.focus();
  }

  protected restore(version: number): void {
    const found = this.item()?.versions.find((one) => one.version === version);
    if (found) this.editing.restore(version, found.rule);
  }
}
