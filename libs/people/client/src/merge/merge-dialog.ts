import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Dialog, Failure, injectText, Language, Loaded, plainDayText, RadioGroup, State, type Choice } from '@lotse/client-kit/ui';
import { mergePeople, previewMerge, type MergeField, type MergePreview, type PossibleDuplicate } from '@lotse/people/model';
import { readRegion } from '@lotse/region/model';

/** Parts of a record that have words of their own. */
const named = [
  'referral',
  'release',
  'access_grant',
  'waiting_list_entry',
  'slot_offer',
  'appointment',
  'notice',
  'correction',
  'legal_hold',
  'break_glass',
  'household_member',
  'representative',
  'duplicate_answer',
  'task',
];

/** Makes one record of two: field by field which detail is right, and what moves along, told before. */
@Component({
  selector: 'lotse-merge-dialog',
  imports: [Dialog, Failure, Loaded, RadioGroup, State],
  template: `
    <lotse-dialog [open]="true" (openChange)="closed.emit(false)" [heading]="t('people.merge.title')">
      <p>{{ t('people.merge.lead', { other: nameOf(), kept: keptName() }) }}</p>
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="merge()" />
      }
      <lotse-state [of]="preview" [rows]="4" [rowHeight]="32">
        <ng-template [lotseLoaded]="preview" let-found>
          <div class="form">
            <h3 class="section-title">{{ t('people.merge.fields') }}</h3>
            @for (row of found.differing; track row.field) {
              <lotse-radio-group
                layout="grid"
                [label]="t('people.corrections.field.' + row.field)"
                [name]="'merge.' + row.field"
                [choices]="choicesOf(row)"
                [value]="taken().includes(row.field) ? 'other' : 'kept'"
                (valueChange)="take(row.field, $event === 'other')"
              />
            } @empty {
              <p class="muted">{{ t('people.merge.same') }}</p>
            }
            <h3 class="section-title">{{ t('people.merge.follows') }}</h3>
            <ul class="stack" role="list">
              @for (part of follows(found); track part.name) {
                <li>{{ part.amount }} {{ t('people.merge.part.' + part.name) }}</li>
              } @empty {
                <li class="muted">{{ t('people.merge.nothing') }}</li>
              }
            </ul>
          </div>
        </ng-template>
      </lotse-state>
      <ng-container dialogActs>
        <button type="button" class="button is-filled" [attr.aria-disabled]="busy() || null" (click)="merge()">
          {{ t('people.merge.send') }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class MergeDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  readonly keptId = input.required<string>();
  readonly keptName = input.required<string>();
  readonly other = input.required<PossibleDuplicate>();
  /** Whether it was done. */
  readonly closed = output<boolean>();

  protected readonly taken = signal<readonly MergeField[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly nameOf = computed(() => `${this.other().familyName}, ${this.other().givenName}`);
  private readonly region = this.api.read(readRegion, () => ({}));
  private readonly places = computed(() => (this.region.hasValue() ? this.region.value().municipalities : []));
  protected readonly preview = this.api.read(previewMerge, () => ({ params: { id: this.keptId(), otherId: this.other().id } }));

  protected choicesOf({ field, kept, other }: MergePreview['differing'][number]): Choice[] {
    return [
      { value: 'kept', label: this.wordOf(field, kept), hint: this.t('people.merge.isKept') },
      { value: 'other', label: this.wordOf(field, other), hint: this.t('people.merge.isOther') },
    ];
  }

  private wordOf(field: MergeField, value: string | null): string {
    if (!value) return this.t('people.corrections.nothing');
    if (field === 'ags') return this.places().find(({ ags }) => ags === value)?.name ?? value;
    if (field === 'birthDate') return plainDayText(value, this.language.current());
    return field === 'sex' ? this.t(`people.sex.${value}`) : value;
  }

  protected take(field: MergeField, isTaken: boolean): void {
    this.taken.update((taken) => (isTaken ? [...taken, field] : taken.filter((one) => one !== field)));
  }

  /** What has no words of its own is counted together. */
  protected follows({ follows }: MergePreview): { name: string; amount: number }[] {
    const known = follows.filter(({ part }) => named.includes(part)).map(({ part, amount }) => ({ name: part, amount }));
    const rest = follows.filter(({ part }) => !named.includes(part)).reduce((sum, { amount }) => sum + amount, 0);
    return rest > 0 ? [...known, { name: 'other', amount: rest }] : known;
  }

  protected async merge(): Promise<void> {
    if (this.busy() || !this.preview.hasValue()) return;
    const { kept, other } = this.preview.value();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { otherId: other.id, otherVersion: other.version, fields: [...this.taken()] };
      await this.api.send(mergePeople, { params: { id: kept.id }, version: kept.version, body });
      this.closed.emit(true);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
