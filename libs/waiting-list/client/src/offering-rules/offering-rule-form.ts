import { Component, computed, effect, inject, input, output } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Checkbox, Control, Field, Icon, injectText, ProblemSummary } from '@lotse/client-kit/ui';
import { RuleActs, RuleChangeFields, RuleEditing } from '@lotse/referral/client';
import { changeOfferingRule, type OfferingRules, type OfferingVersion } from '@lotse/region/model';
import { draftOf, newLine, rulesOf, type DraftLine, type OfferingDraft } from './offering-draft';

/** Another way of offering slots: written, and put in force from a day. */
@Component({
  selector: 'lotse-offering-rule-form',
  imports: [Checkbox, Control, Field, Icon, ProblemSummary, RuleActs, RuleChangeFields],
  templateUrl: './offering-rule-form.html',
  styleUrl: './offering-rule-form.css',
})
export class OfferingRuleForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  /** What holds today. */
  readonly held = input.required<OfferingRules>();
  readonly versions = input.required<readonly OfferingVersion[]>();
  /** The version of the county's settings that was looked at. */
  readonly version = input.required<number>();
  /** A version that somebody wants to write again. */
  readonly again = input<number | undefined>();
  readonly saved = output();
  readonly leave = output();

  protected readonly editing = new RuleEditing<OfferingDraft>({
    key: computed(() => 'offering'),
    begin: () => draftOf(this.held()),
    isNew: computed(() => false),
    send: (draft, { isNew: _isNew, ...said }) =>
      this.api.send(changeOfferingRule, { version: this.version(), body: { ...said, rule: rulesOf(draft) } }),
    saved: () => this.saved.emit(),
  });
  protected readonly draft = this.editing.draft;
  protected readonly several = [
    ['parallel', [1, 2, 3]],
    ['broadcast', [1, 2, 3, 4, 5]],
  ] as const;
  protected readonly labels = computed(() => ({
    validFrom: this.t('countyRules.field.validFrom'),
    why: this.t('countyRules.field.why'),
    'rule.leadTimes': this.t('offeringRules.table'),
    'rule.quietHours.from': this.t('offeringRules.quiet'),
    'rule.quietHours.to': this.t('offeringRules.quiet'),
    'rule.parallel.belowHours': this.t('offeringRules.parallel'),
    'rule.broadcast.belowHours': this.t('offeringRules.broadcast'),
    'rule.poolAfterHours': this.t('offeringRules.pool'),
    ...Object.fromEntries(
      this.draft().lines.flatMap((_, index) =>
        (['moreThanHours', 'holdMinutes'] as const).map((field) => [
          `rule.leadTimes.${index}.${field}`,
          this.t('offeringRules.line', { number: index + 1 }),
        ]),
      ),
    ),
  }));

  constructor() {
    effect(() => {
      const again = this.again();
      const found = this.versions().find(({ version }) => version === again);
      if (again !== undefined && found) this.editing.restore(again, draftOf(found.rule));
    });
  }

  protected setLine(at: number, change: Partial<DraftLine>): void {
    const lines = this.draft().lines.map((line, index) => (index === at ? { ...line, ...change } : line));
    this.editing.set({ lines });
  }

  /** Before the last one, which is for everything shorter. */
  protected addLine(): void {
    const { lines } = this.draft();
    this.editing.set({ lines: [...lines.slice(0, -1), newLine, ...lines.slice(-1)] });
  }

  protected dropLine(at: number): void {
    this.editing.set({ lines: this.draft().lines.filter((_, index) => index !== at) });
  }

  protected setSeveral(which: 'parallel' | 'broadcast', change: Partial<OfferingDraft['parallel']>): void {
    this.editing.set({ [which]: { ...this.draft()[which], ...change } });
  }
}
