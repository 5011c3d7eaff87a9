import { Component, computed, effect, inject, input, output, resource } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Control, Field, injectText, ProblemSummary, RadioGroup, type Choice } from '@lotse/client-kit/ui';
import { RuleActs, RuleChangeFields, RuleEditing } from '@lotse/referral/client';
import { changeRankRule, type RankOrder } from '@lotse/region/model';
import { tryRankRule, type RankScope } from '@lotse/waiting-list/model';
import { MovementTables } from './movement-tables';
import { sentencesOf } from './rank-words';

interface Draft {
  /** Only of a service. */
  follows: boolean;
  firstBands: number;
  risesAt: number | null;
}

const draftOf = (order: RankOrder | null, held: RankOrder): Draft => ({ follows: order === null, ...(order ?? held) });
const orderOf = ({ follows, firstBands, risesAt }: Draft): RankOrder | null => (follows ? null : { firstBands, risesAt });

/** Whoever chooses goes on choosing for a moment. */
const pause = 300;

/** Another rule: written, tried out on those who wait and on the offers of the last month, and put in force from a day. */
@Component({
  selector: 'lotse-rank-rule-form',
  imports: [Control, Field, MovementTables, ProblemSummary, RadioGroup, RuleActs, RuleChangeFields],
  templateUrl: './rank-rule-form.html',
  styleUrl: './rank-rule-form.css',
})
export class RankRuleForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly scope = input.required<RankScope>();
  /** The version of the county's settings that was looked at. */
  readonly version = input.required<number>();
  /** A version that somebody wants to write again. */
  readonly again = input<number | undefined>();
  readonly saved = output();
  readonly leave = output();

  protected readonly percents = Array.from({ length: 31 }, (_, index) => 50 + index * 5);
  protected readonly editing = new RuleEditing<Draft>({
    key: computed(() => this.scope().serviceId ?? ''),
    begin: () => draftOf(this.ofScope(), this.scope().inForce.order),
    isNew: computed(() => false),
    send: (draft, { isNew: _isNew, ...said }) =>
      this.api.send(changeRankRule, {
        version: this.version(),
        body: { ...said, serviceId: this.scope().serviceId, order: orderOf(draft) },
      }),
    saved: () => this.saved.emit(),
  });
  protected readonly draft = this.editing.draft;
  protected readonly labels = computed(() => ({
    validFrom: this.t('countyRules.field.validFrom'),
    why: this.t('countyRules.field.why'),
  }));
  protected readonly sentences = computed(() => {
    const { follows, ...order } = this.draft();
    return follows ? [this.t('rankRules.followsCounty')] : sentencesOf(this.t, order);
  });

  protected readonly follows = computed((): Choice[] => [
    { value: 'own', label: this.t('rankRules.field.own') },
    { value: 'county', label: this.t('rankRules.followsCounty') },
  ]);
  protected readonly bands = computed((): Choice[] =>
    [1, 2, 3].map((band) => ({ value: String(band), label: this.t(`rankRules.bands.${band}`) })),
  );
  protected readonly rising = computed((): Choice[] => [
    { value: 'rises', label: this.t('rankRules.field.rises') },
    { value: 'never', label: this.t('rankRules.field.never'), hint: this.t('rankRules.hint.never') },
  ]);

  private readonly trial = resource({
    params: () => ({ serviceId: this.scope().serviceId, order: orderOf(this.draft()) }),
    loader: async ({ params, abortSignal }) => {
      await new Promise((done) => setTimeout(done, pause));
      return abortSignal.aborted ? undefined : this.api.send(tryRankRule, { body: params });
    },
  });
  protected readonly effects = computed(() => (this.trial.hasValue() ? this.trial.value() : undefined));
  protected readonly isUnknown = computed(() => this.trial.error() !== undefined);

  constructor() {
    effect(() => {
      const again = this.again();
      const found = this.scope().versions.find(({ version }) => version === again);
      if (again !== undefined && found) this.editing.restore(again, draftOf(found.order, this.scope().inForce.order));
    });
  }

  protected chooseRising(value: string | null): void {
    this.editing.set({ risesAt: value === 'never' ? null : (this.draft().risesAt ?? 100) });
  }

  protected number(text: string): number {
    return Number(text);
  }

  /** What the scope says itself at the moment. */
  private ofScope(): RankOrder | null {
    const { versions, ownInForce } = this.scope();
    return versions.find(({ version }) => version === ownInForce)?.order ?? null;
  }
}
