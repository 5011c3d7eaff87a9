import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Field, FormDialog, type FoundError, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { Colleagues, CurrentSession } from '@lotse/identity/client';
import { readRepresentatives, recordReleases, releaseDirectionSchema, releaseFormSchema, whyNotEntitled } from '@lotse/people/model';
import { DataPartFields } from '../parts/data-part-fields';
import { RecipientFields } from './recipient-fields';
import { RepresentativeFields } from './representative-fields';
import { emptyRelease, missingOf, releasesInputOf, type ReleaseDraft } from './release-draft';

/** Records what somebody agreed to, with everything that makes it valid. What was typed stays until it is recorded or the page is left. */
@Component({
  selector: 'lotse-record-release',
  imports: [Checkbox, Control, DataPartFields, DayField, Field, FormDialog, RadioGroup, RecipientFields, RepresentativeFields],
  templateUrl: './record-release.html',
})
export class RecordRelease {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly colleagues = inject(Colleagues);
  protected readonly self = inject(CurrentSession).session;

  readonly open = model(false);
  readonly personId = input.required<string>();
  readonly personName = input.required<string>();
  readonly birthDate = input.required<string>();
  /** How many releases were recorded. */
  readonly recorded = output<number>();

  protected readonly draft = signal<ReleaseDraft>(emptyRelease());
  protected readonly found = signal<readonly FoundError[]>([]);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly errors = computed<Readonly<Record<string, string>>>(() =>
    this.tried()
      ? Object.fromEntries(missingOf(this.draft(), this.kept().length > 0).map((name) => [name, this.t(`people.missing.${name}`)]))
      : {},
  );
  protected readonly directions = computed(() => this.choices(releaseDirectionSchema.options, 'people.direction'));
  protected readonly forms = computed(() => this.choices(releaseFormSchema.options, 'people.releaseForm'));
  protected readonly deciders = computed(() => this.choices(['person', 'representative'], 'people.record.decidedBy'));
  private readonly representatives = this.api.read(readRepresentatives, () =>
    this.open() && this.draft().decidedBy === 'representative' ? { params: { id: this.personId() } } : undefined,
  );
  protected readonly kept = computed(() =>
    this.representatives.hasValue() ? this.representatives.value().items.filter(({ endedOn }) => endedOn === null) : [],
  );
  private readonly notEntitled = computed(() => {
    const { representativeId, representativeKind, givenOn } = this.draft();
    const chosen = this.kept().find(({ id }) => id === representativeId);
    return representativeKind === 'guardian_other' || (chosen && whyNotEntitled(chosen, this.birthDate(), givenOn)) !== undefined;
  });

  protected set(part: Partial<ReleaseDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected async record(): Promise<void> {
    this.tried.set(true);
    this.problem.set(undefined);
    this.found.set(missingOf(this.draft(), this.kept().length > 0).map((name) => ({ name, text: this.t(`people.missing.${name}`) })));
    if (this.busy() || this.found().length > 0 || (this.draft().decidedBy === 'representative' && this.notEntitled())) return;
    this.busy.set(true);
    try {
      const { items } = await this.api.send(recordReleases, { params: { id: this.personId() }, body: releasesInputOf(this.draft()) });
      this.open.set(false);
      this.draft.set(emptyRelease());
      this.tried.set(false);
      this.recorded.emit(items.length);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private choices(values: readonly string[], words: string) {
    return values.map((value) => ({ value, label: this.t(`${words}.${value}`) }));
  }
}
