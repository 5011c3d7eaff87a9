import type { Enquiry } from '@lotse/advice/model';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Failure, Field, Icon, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { DuplicateWarning, SimilarPeople } from '@lotse/people/client';
import { createPerson, createPseudonymous, listedName } from '@lotse/people/model';
import { PersonField } from '../words/person-field';

/** Whom a referral is about that is made of an enquiry without a person: somebody who is kept, somebody new, or nobody with a name yet. */
@Component({
  selector: 'lotse-convert-form',
  imports: [Control, DayField, DuplicateWarning, Failure, Field, Icon, PersonField, RadioGroup],
  templateUrl: './convert-form.html',
  styles: `
    form {
      display: grid;
      gap: var(--space-4);
    }
    .lead {
      margin: 0;
    }
  `,
})
export class ConvertForm {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  readonly enquiry = input.required<Enquiry>();
  readonly busy = input(false);
  /** What the server said to the last attempt. */
  readonly problem = input<ApiProblem | undefined>();
  readonly convert = output<string>();
  readonly giveUp = output();

  protected readonly who = signal<string | null>('known');
  /** Whoever was chosen, or entered by an attempt that failed later: nobody is entered twice. */
  protected readonly personId = signal<string | null>(null);
  protected readonly personName = signal('');
  protected readonly familyName = signal('');
  protected readonly givenName = signal('');
  protected readonly birthDate = signal('');
  protected readonly phone = signal('');
  private readonly differentFrom = signal<readonly string[]>([]);
  protected readonly tried = signal(false);
  protected readonly refused = signal<ApiProblem | undefined>(undefined);
  private readonly entering = signal(false);

  /** Without an age nothing can be entered about somebody who has no name. */
  protected readonly choices = computed(() =>
    ['known', 'new', ...(this.enquiry().content.age === null ? [] : ['unnamed'])].map((value) => ({
      value,
      label: this.t(`advice.convertFor.${value}`),
    })),
  );
  protected readonly similar = new SimilarPeople({ knownId: () => undefined, differentFrom: () => this.differentFrom() });
  private readonly person = computed(() => ({
    familyName: this.familyName().trim(),
    givenName: this.givenName().trim(),
    birthDate: this.birthDate(),
    phone: this.phone().trim() || null,
  }));

  protected missing(name: 'familyName' | 'givenName' | 'birthDate'): string | undefined {
    return this.tried() && this.person()[name] === '' ? this.t(`advice.missing.${name}`) : undefined;
  }

  protected look(): void {
    const { familyName, givenName, birthDate } = this.person();
    void this.similar.look(familyName && givenName && birthDate ? this.person() : undefined);
  }

  protected take(one: { id: string; familyName: string; givenName: string }): void {
    this.personName.set(listedName(one));
    this.personId.set(one.id);
  }

  protected isDifferent({ id }: { id: string }): void {
    this.differentFrom.update((others) => [...others, id]);
  }

  protected choose(who: string | null): void {
    this.who.set(who);
    this.leave();
  }

  protected leave(): void {
    this.personId.set(null);
    this.personName.set('');
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.entering()) return;
    this.refused.set(undefined);
    this.entering.set(true);
    try {
      const id = await this.wanted();
      if (id) this.convert.emit(id);
    } catch (thrown) {
      this.refused.set(apiProblemOf(thrown));
    } finally {
      this.entering.set(false);
    }
  }

  private async wanted(): Promise<string | undefined> {
    const id = this.personId();
    if (id !== null || this.who() === 'known') return id ?? undefined;
    if (this.who() === 'unnamed') return this.unnamed();
    const { familyName, givenName, birthDate } = this.person();
    if (!familyName || !givenName || !birthDate) return undefined;
    const entered = await this.api.send(createPerson, { body: { ...this.person(), differentFrom: [...this.differentFrom()] } });
    this.take(entered);
    return entered.id;
  }

  /** A reference with what the services were told: about how old, and where. */
  private async unnamed(): Promise<string> {
    const { age, postcode } = this.enquiry().content;
    const entered = await this.api.send(createPseudonymous, { body: { age: age!, postcode } });
    this.take(entered);
    return entered.id;
  }
}
