import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Field, Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import type { BodyInput } from '@lotse/kernel';
import { CurrentSession } from '@lotse/identity/client';
import { DuplicateWarning } from '@lotse/people/client';
import {
  answerDuplicate,
  findDuplicates,
  mustBeAnswered,
  needsOverride,
  readDuplicates,
  readPerson,
  type Person,
  type PossibleDuplicate,
} from '@lotse/people/model';
import { County } from '../words/county';
import { QualityHintList } from './quality-hint-list';
import type { KnownPerson, PersonPart } from './referral-draft';

/** 1. Who it is about: known already, or entered in a few fields. */
@Component({
  selector: 'lotse-person-block',
  imports: [Checkbox, Control, DayField, Field, FormField, Icon, DuplicateWarning, PlainDayPipe, QualityHintList, RouterLink],
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
  protected readonly own = computed(() => this.session.session()?.organisation.id);
  private readonly session = inject(CurrentSession);
  private readonly found = signal<readonly PossibleDuplicate[]>([]);
  private asked = '';
  protected readonly value = computed(() => this.part()().value());
  protected readonly matches = computed(() => {
    const { known, differentFrom } = this.value();
    const ofKnown = this.ofKnown.hasValue() ? this.ofKnown.value().items.filter(mustBeAnswered) : [];
    const found = known ? ofKnown.filter(({ answer, organisationId }) => answer === null && organisationId === this.own()) : this.found();
    return found.filter(({ id }) => id !== this.entered() && !differentFrom.includes(id));
  });
  /** Of somebody who is known: what nobody has answered yet keeps them from being referred. */
  private readonly ofKnown = this.api.read(readDuplicates, () => {
    const known = this.value().known;
    return known && !known.pseudonym ? { params: { id: known.id } } : undefined;
  });
  protected readonly written = computed(() => {
    const { known, phone, kvnr } = this.value();
    return [...(known?.phone || phone ? ['phone'] : []), ...(known?.kvnr || kvnr ? ['kvnr'] : [])];
  });
  protected readonly kvnrDoubtful = computed(() => {
    const kvnr = this.part().kvnr().value().replace(/\s/g, '').toUpperCase();
    return /^[A-Z][0-9]{9}$/.test(kvnr) && needsOverride(kvnr);
  });

  /** Looks for somebody like this once name and birth date are there; what is typed meanwhile is asked for anew. */
  protected async look(): Promise<void> {
    const body = comparable(this.value());
    const asked = JSON.stringify(body);
    if (!body || asked === this.asked) return;
    this.asked = asked;
    const answer = await this.api.send(findDuplicates, { body }).catch(() => undefined);
    if (this.asked === asked && answer) this.found.set(answer.items);
  }

  protected async take({ id }: PossibleDuplicate): Promise<void> {
    const person = await this.api.send(readPerson, { params: { id } });
    this.part().known().value.set(knownAs(person));
  }

  /** What is said about somebody who is known is kept at once; about somebody new, with them. */
  protected async isDifferent({ id }: PossibleDuplicate): Promise<void> {
    const known = this.value().known;
    if (known) await this.api.send(answerDuplicate, { params: { id: known.id }, body: { otherId: id, answer: 'different' } });
    this.part()
      .differentFrom()
      .value.update((others) => [...others, id]);
  }

  protected leaveKnown(): void {
    this.part().known().value.set(null);
    this.asked = '';
    this.found.set([]);
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
