import { Component, computed, input, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText, RadioGroup, type Choice } from '@lotse/client-kit/ui';
import { releaseKindOf, representativeKindSchema, whyNotEntitled, type Representative } from '@lotse/people/model';
import { anotherRepresentative, type ReleaseDraft } from './release-draft';

/** Who agrees in the person's name: one of those who are kept, or somebody who is entered here. Why somebody may not is said. */
@Component({
  selector: 'lotse-representative-fields',
  imports: [Control, Field, RadioGroup],
  template: `
    @if (kept().length > 0) {
      <lotse-radio-group
        [label]="t('people.record.whichRepresentative')"
        name="representative.id"
        [choices]="choices()"
        [value]="draft().representativeId"
        (valueChange)="choose($event)"
        [error]="whyNot() ?? errors()['representative.id']"
      />
    }
    @if (kept().length === 0 || draft().representativeId === another) {
      <lotse-radio-group
        [label]="t('people.record.representativeKind')"
        name="representative.kind"
        [choices]="kinds()"
        [value]="draft().representativeKind"
        (valueChange)="entered.emit({ representativeKind: $event })"
        [error]="isOtherGuardian() ? t('people.fields.representative-not-entitled') : errors()['representative.kind']"
        [problem]="problem()"
      />
      <lotse-field
        [label]="t('people.record.representativeName')"
        name="representative.name"
        [error]="errors()['representative.name']"
        [problem]="problem()"
      >
        <input
          lotseControl
          autocomplete="off"
          maxlength="120"
          [value]="draft().representativeName"
          (input)="entered.emit({ representativeName: $any($event.target).value })"
        />
      </lotse-field>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class RepresentativeFields {
  protected readonly t = injectText();
  protected readonly another = anotherRepresentative;
  readonly draft = input.required<ReleaseDraft>();
  readonly kept = input.required<readonly Representative[]>();
  readonly birthDate = input.required<string>();
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();
  readonly entered = output<Partial<ReleaseDraft>>();

  /** Those who may not are on the list: whoever looks for them learns why. */
  protected readonly choices = computed<Choice[]>(() => [
    ...this.kept().map((one) => ({ value: one.id, label: one.name, hint: this.aboutOf(one) })),
    { value: anotherRepresentative, label: this.t('people.record.anotherRepresentative') },
  ]);
  /** The one who is not entitled is on the list, too. */
  protected readonly kinds = computed<Choice[]>(() =>
    [...representativeKindSchema.options, 'guardian_other'].map((value) => ({ value, label: this.t(`people.representative.${value}`) })),
  );
  protected readonly isOtherGuardian = computed(() => this.draft().representativeKind === 'guardian_other');
  protected readonly whyNot = computed(() => {
    const chosen = this.kept().find(({ id }) => id === this.draft().representativeId);
    const why = chosen && whyNotEntitled(chosen, this.birthDate(), this.draft().givenOn);
    return why && this.t(`people.representatives.why.${why}`);
  });

  protected choose(id: string | null): void {
    const one = this.kept().find((candidate) => candidate.id === id);
    this.entered.emit({
      representativeId: id,
      representativeKind: one ? releaseKindOf[one.kind] : null,
      representativeName: one?.name ?? '',
    });
  }

  private aboutOf({ kind, scopes, document }: Representative): string {
    const matters = scopes.map((scope) => this.t(`people.representatives.scope.${scope}`)).join(', ');
    return [this.t(`people.representatives.kind.${kind}`), matters, document].filter(Boolean).join(' · ');
  }
}
