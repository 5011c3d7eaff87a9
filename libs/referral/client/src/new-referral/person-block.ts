import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { BornPipe, Checkbox, Control, DayField, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { BodyInput } from '@lotse/kernel';
import { DuplicateWarning, SimilarPeople } from '@lotse/people/client';
import { needsOverride, readPerson, type findDuplicates, type Person, type PossibleDuplicate } from '@lotse/people/model';
import { County } from '../words/county';
import { QualityHintList } from './quality-hint-list';
import type { KnownPerson, PersonPart } from './referral-draft';

/** 1. Who it is about: known already, or entered in a few fields. */
@Component({
  selector: 'lotse-person-block',
  imports: [BornPipe, Checkbox, Control, DayField, Field, FormField, Icon, DuplicateWarning, QualityHintList, RouterLink],
  templateUrl: './person-block.html',
  styles: `
    .known {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border: 1px solid var(--pine);
      border-radius: var(--radius);
      background: var(--selected);
    }
    .known p {
      margin: 0;
    }
    .kvnr-warning {
      display: grid;
      gap: var(--space-3);
      padding-inline-start: var(--space-4);
      border-inline-start: 3px solid var(--due-ink);
    }
  `,
})
export class PersonBlock {
  protected readonly t = injectText();
  protected readonly county = inject(County);

  readonly part = input.required<FieldTree<PersonPart>>();
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();
  /** A draft that the server keeps belongs to its person. */
  readonly fixed = input(false);

  /** Whom this very page has entered already, in an earlier attempt to send. */
  readonly entered = input<string | undefined>();

  private readonly api = inject(Api);
  protected readonly value = computed(() => this.part()().value());
  protected readonly similar = new SimilarPeople({
    knownId: () => (this.value().known?.pseudonym ? undefined : this.value().known?.id),
    differentFrom: () => this.value().differentFrom,
    entered: () => this.entered(),
  });
  protected readonly written = computed(() => {
    const { known, phone, kvnr } = this.value();
    return [...(known?.phone || phone ? ['phone'] : []), ...(known?.kvnr || kvnr ? ['kvnr'] : [])];
  });
  protected readonly kvnrDoubtful = computed(() => {
    const kvnr = this.part().kvnr().value().replace(/\s/g, '').toUpperCase();
    return /^[A-Z][0-9]{9}$/.test(kvnr) && needsOverride(kvnr);
  });

  protected look(): Promise<void> {
    return this.similar.look(comparable(this.value()));
  }

  protected async take({ id }: PossibleDuplicate): Promise<void> {
    const person = await this.api.send(readPerson, { params: { id } });
    this.part().known().value.set(knownAs(person));
  }

  protected async isDifferent({ id }: PossibleDuplicate): Promise<void> {
    await this.similar.isDifferent(id);
    this.part()
      .differentFrom()
      .value.update((others) => [...others, id]);
  }

  protected leaveKnown(): void {
    this.part().known().value.set(null);
    this.similar.forget();
  }
}

/** What can be compared, once somebody new has a name and a birth date. */
function comparable({
  familyName,
  givenName,
  birthDate,
  kvnr,
  phone,
  known,
  isUnnamed,
}: PersonPart): BodyInput<typeof findDuplicates> | undefined {
  const number = kvnr.replace(/\s/g, '').toUpperCase();
  const who = { familyName: familyName.trim(), givenName: givenName.trim(), birthDate };
  if (known || isUnnamed || Object.values(who).includes('')) return undefined;
  return { ...who, phone: phone.trim() || null, kvnr: /^[A-Z][0-9]{9}$/.test(number) ? number : null };
}

const knownAs = ({ id, familyName, givenName, birthDate, phone, ags, kvnr, street, postcode, pseudonym }: Person): KnownPerson => ({
  id,
  familyName,
  givenName,
  birthDate,
  phone,
  ags,
  kvnr,
  street,
  postcode,
  pseudonym,
});
