import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { bornText, Chip, Combobox, Control, Failure, Field, FormDialog, injectText, Language, Toasts } from '@lotse/client-kit/ui';
import {
  findPeople,
  householdRelationSchema,
  joinHousehold,
  leaveHousehold,
  listedName,
  readHousehold,
  shareContact,
} from '@lotse/people/model';

/** Who lives together with a person, and shares address and phone. */
@Component({
  selector: 'lotse-household',
  imports: [Chip, Combobox, Control, Failure, Field, FormDialog, RouterLink],
  templateUrl: './household.html',
})
export class HouseholdPanel {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly relations = householdRelationSchema.options;
  readonly personId = input.required<string>();
  readonly personName = input.required<string>();

  protected readonly household = this.api.read(readHousehold, () => ({ params: { id: this.personId() } }));
  protected readonly self = computed(() => this.members().find(({ isSelf }) => isSelf));
  protected readonly others = computed(() => this.members().filter(({ isSelf }) => !isSelf));
  protected readonly differs = computed(() =>
    this.others().some((other) => other.street !== this.self()?.street || other.phone !== this.self()?.phone),
  );
  private readonly members = computed(() => (this.household.hasValue() ? this.household.value().members : []));

  protected readonly adding = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly text = signal('');
  protected readonly otherId = signal<string | null>(null);
  protected readonly relation = signal('partner');
  protected readonly otherRelation = signal('partner');
  private readonly found = this.api.read(findPeople, () =>
    this.text().trim().length >= 2 ? { query: { text: this.text(), limit: 10 } } : undefined,
  );
  protected readonly choices = computed(() =>
    this.found.hasValue()
      ? this.found
          .value()
          .items.filter(({ id }) => id !== this.personId())
          .map(({ id, familyName, givenName, birthDate }) => ({
            value: id,
            label: listedName({ familyName, givenName }),
            hint: bornText(birthDate, this.language.current(), 'short'),
          }))
      : [],
  );

  protected async add(): Promise<void> {
    const otherId = this.otherId();
    if (!otherId) return;
    const body = { otherId, relation: this.relation() as 'partner', otherRelation: this.otherRelation() as 'partner' };
    await this.run(() => this.api.send(joinHousehold, { params: { id: this.personId() }, body }));
    if (this.problem()) return;
    this.adding.set(false);
    this.text.set('');
    this.otherId.set(null);
  }

  protected leave(id: string): Promise<void> {
    return this.run(() => this.api.send(leaveHousehold, { params: { id } }));
  }

  protected async share(): Promise<void> {
    await this.run(() => this.api.send(shareContact, { params: { id: this.personId() } }));
    if (!this.problem()) this.toasts.show(this.t('people.household.shared'));
  }

  private async run(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await act();
      this.household.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
