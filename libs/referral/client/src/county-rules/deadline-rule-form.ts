import { Component, computed, inject, input, output, resource } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Field, Icon, injectText, Language, ProblemSummary } from '@lotse/client-kit/ui';
import { previewDeadlineRule } from '@lotse/referral/model';
import {
  changeDeadlineRule,
  urgencies,
  usualWarning,
  writtenDeadlineSchema,
  type DeadlineRule,
  type DeadlineVersion,
} from '@lotse/region/model';
import { RuleActs } from './rule-acts';
import { RuleChangeFields } from './rule-change-fields';
import { RuleEditing } from './rule-editing';
import { RuleNameFields } from './rule-name-fields';
import { RuleVersions } from './rule-versions';
import { injectDeadlineLines } from './rule-lines';

/** A deadline of the county, as the list names it; without one a new deadline is written. */
export interface DeadlineItem {
  readonly code: string;
  readonly inForce: number | null;
  readonly versions: readonly DeadlineVersion[];
}

type Draft = Omit<DeadlineRule, 'amount'> & { amount: number | null };

const empty: Draft = {
  code: '',
  de: '',
  en: '',
  basis: '',
  start: 'sent',
  amount: null,
  unit: 'working_days',
  movesToWorkingDay: false,
  warnBefore: usualWarning,
  owner: 'recipient',
  urgencies: [],
  from: null,
  until: null,
};

/** Whoever types goes on typing for a moment. */
const pause = 300;

/** One deadline: what it says, what a change would mean for what runs, and all its versions. */
@Component({
  selector: 'lotse-deadline-rule-form',
  imports: [Checkbox, Control, DayField, Field, Icon, ProblemSummary, RuleActs, RuleChangeFields, RuleNameFields, RuleVersions],
  templateUrl: './deadline-rule-form.html',
  styleUrl: './rule-form.css',
})
export class DeadlineRuleForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly item = input<DeadlineItem | undefined>();
  /** The version of the county's settings that was looked at. */
  readonly version = input.required<number>();
  readonly saved = output<string>();
  readonly leave = output();

  protected readonly usualWarning = usualWarning;
  protected readonly starts = ['sent', 'day_of_discharge', 'day_of_application', 'day_of_need', 'on_list'] as const;
  protected readonly units = ['working_days', 'days', 'weeks'] as const;
  protected readonly urgencies = urgencies.filter((urgency) => urgency !== 'emergency');

  protected readonly editing = new RuleEditing<Draft>({
    key: computed(() => this.item()?.code ?? ''),
    begin: () => this.latest() ?? empty,
    isNew: computed(() => this.item() === undefined),
    send: ({ ...rule }, said) => this.api.send(changeDeadlineRule, { version: this.version(), body: { ...said, rule: writtenFrom(rule) } }),
    saved: () => this.saved.emit(this.editing.draft().code),
  });
  protected readonly draft = this.editing.draft;
  protected readonly labels = computed(() =>
    Object.fromEntries(
      ['code', 'de', 'en', 'basis', 'start', 'amount', 'warnBefore', 'from', 'until']
        .map((name) => [`rule.${name}`, this.t(`countyRules.field.${name}`)])
        .concat([
          ['validFrom', this.t('countyRules.field.validFrom')],
          ['why', this.t('countyRules.field.why')],
        ]),
    ),
  );

  /** What runs already goes on as it began; this says how many would end on another day if it did not. */
  protected readonly shift = resource({
    params: () => {
      const written = writtenDeadlineSchema.safeParse(writtenFrom(this.draft()));
      return this.item() && written.success ? written.data : undefined;
    },
    loader: async ({ params, abortSignal }) => {
      await new Promise((done) => setTimeout(done, pause));
      return abortSignal.aborted ? undefined : this.api.send(previewDeadlineRule, { body: { rule: params } });
    },
  });
  protected readonly effects = computed(() => (this.shift.hasValue() ? this.shift.value() : undefined));

  protected readonly lines = injectDeadlineLines();

  private latest(): Draft | undefined {
    return this.item()?.versions[0]?.rule;
  }

  protected number(text: string): number | null {
    return /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
  }

  protected saturday(value: string): void {
    this.editing.set({ saturdayCounts: value === '' ? undefined : value === 'yes' });
  }

  protected choose(urgency: DeadlineRule['urgencies'][number], isChosen: boolean): void {
    const others = this.draft().urgencies.filter((other) => other !== urgency);
    this.editing.set({ urgencies: isChosen ? [...others, urgency] : others });
  }

  protected restore(version: number): void {
    const found = this.item()?.versions.find((one) => one.version === version);
    if (found) this.editing.restore(version, found.rule);
  }
}

/** What is sent: what was left empty is not said. */
function writtenFrom({ version: _version, validFrom: _validFrom, ...draft }: Draft): DeadlineRule {
  return { ...draft, amount: draft.amount ?? 0, de: draft.de.trim(), en: draft.en.trim(), basis: draft.basis.trim() };
}
