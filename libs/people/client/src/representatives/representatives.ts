import { Component, inject, input, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Chip, Control, DayField, Failure, Field, FormDialog, injectText, PlainDayPipe, Toasts } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import {
  endRepresentative,
  readRepresentatives,
  recordRepresentative,
  representativeScopeSchema,
  representativeWhoSchema,
  whyNotEntitled,
  type Representative,
} from '@lotse/people/model';

const nothing = { kind: 'guardian', name: '', phone: '', address: '', scopes: [] as string[], document: '', validFrom: '', validUntil: '' };

/** Who decides for somebody, in which matters, by which document and until when; and whether they may release anything. */
@Component({
  selector: 'lotse-representatives',
  imports: [Checkbox, Chip, Control, DayField, Failure, Field, FormDialog, PlainDayPipe],
  templateUrl: './representatives.html',
})
export class Representatives {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly kinds = representativeWhoSchema.options;
  protected readonly scopes = representativeScopeSchema.options;
  readonly personId = input.required<string>();
  readonly birthDate = input.required<string>();

  protected readonly found = this.api.read(readRepresentatives, () => ({ params: { id: this.personId() } }));
  protected readonly adding = signal(false);
  protected readonly draft = signal({ ...nothing, validFrom: calendarDayOf(new Date()) });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected set(patch: Partial<typeof nothing>): void {
    this.draft.update((draft) => ({ ...draft, ...patch }));
  }

  protected setScope(scope: string, isChosen: boolean): void {
    const others = this.draft().scopes.filter((one) => one !== scope);
    this.set({ scopes: isChosen ? [...others, scope] : others });
  }

  protected why(one: Representative): string | undefined {
    return whyNotEntitled(one, this.birthDate(), calendarDayOf(new Date()));
  }

  protected async add(): Promise<void> {
    const { kind, name, phone, address, scopes, document, validFrom, validUntil } = this.draft();
    const texts = { phone: phone || null, address: address || null, document: document || null, validUntil: validUntil || null };
    const body = { kind: kind as 'guardian', name, scopes: scopes as 'health'[], validFrom, ...texts };
    await this.run(() => this.api.send(recordRepresentative, { params: { id: this.personId() }, body }));
    if (this.problem()) return;
    this.adding.set(false);
    this.draft.set({ ...nothing, validFrom: calendarDayOf(new Date()) });
    this.toasts.show(this.t('people.representatives.recorded'));
  }

  protected end(representativeId: string): Promise<void> {
    return this.run(() => this.api.send(endRepresentative, { params: { id: this.personId() }, body: { representativeId } }));
  }

  private async run(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    try {
      await act();
      this.found.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
