import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Field, Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { findPeople, needsOverride, type Person } from '@lotse/people/model';
import { County } from '../words/county';
import { KnownPersonNotice } from './known-person-notice';
import type { PersonPart } from './referral-draft';

/** 1. Who it is about: known already, or entered in a few fields. */
@Component({
  selector: 'lotse-person-block',
  imports: [Checkbox, Control, DayField, Field, FormField, Icon, KnownPersonNotice, PlainDayPipe],
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

  private readonly asked = signal<{ text: string; birthDate: string } | undefined>(undefined);
  private readonly dismissed = signal('');
  private readonly found = inject(Api).read(findPeople, () => {
    const asked = this.asked();
    return asked && !this.fixed() ? { query: { ...asked, limit: 3 } } : undefined;
  });
  protected readonly matches = computed<readonly Person[]>(() => {
    const asked = this.asked();
    if (!asked || this.dismissed() === JSON.stringify(asked) || !this.found.hasValue()) return [];
    return this.found.value().items.filter(({ id, birthDate }) => birthDate === asked.birthDate && id !== this.entered());
  });
  protected readonly kvnrDoubtful = computed(() => {
    const kvnr = this.part().kvnr().value().replace(/\s/g, '').toUpperCase();
    return /^[A-Z][0-9]{9}$/.test(kvnr) && needsOverride(kvnr);
  });

  /** Looks for somebody with this name and birth date once both are there. */
  protected look(): void {
    const [text, birthDate] = [this.part().familyName().value().trim(), this.part().birthDate().value()];
    if (text.length < 2 || birthDate === '') return this.asked.set(undefined);
    if (this.asked()?.text !== text || this.asked()?.birthDate !== birthDate) this.asked.set({ text, birthDate });
  }

  protected take({ id, familyName, givenName, birthDate, phone, ags, kvnr, street, postcode }: Person): void {
    this.part().known().value.set({ id, familyName, givenName, birthDate, phone, ags, kvnr, street, postcode });
  }

  protected leaveKnown(): void {
    this.part().known().value.set(null);
    this.asked.set(undefined);
  }

  protected dismiss(): void {
    this.dismissed.set(JSON.stringify(this.asked()));
  }
}
