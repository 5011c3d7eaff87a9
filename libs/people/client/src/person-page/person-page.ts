import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, Notice, Page, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { peoplePermissions, readPerson } from '@lotse/people/model';
import { CorrectPerson } from '../corrections/correct-person';
import { Corrections } from '../corrections/corrections';
import { PersonDuplicates } from '../duplicates/person-duplicates';
import { HouseholdPanel } from '../household/household';
import { Merges } from '../merge/merges';
import { Identify } from '../pseudonym/identify';
import { Representatives } from '../representatives/representatives';
import { Releases } from '../releases/releases';
import { OwnRights } from '../rights/own-rights';
import { PersonFacts } from './person-facts';

/** `/personen/:id`: who somebody is, how they are reached, and what they agreed to. */
@Component({
  selector: 'lotse-person-page',
  imports: [
    CorrectPerson,
    Corrections,
    HouseholdPanel,
    Icon,
    Identify,
    Loaded,
    Merges,
    Notice,
    OwnRights,
    Page,
    PersonDuplicates,
    PersonFacts,
    Releases,
    Representatives,
    RouterLink,
    State,
  ],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
})
export class PersonPage {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);

  readonly id = input.required<string>();
  protected readonly person = inject(Api).read(readPerson, () => ({ params: { id: this.id() } }));
  protected readonly shown = computed(() => (this.person.hasValue() ? this.person.value() : undefined));
  protected readonly name = computed(() => {
    const person = this.shown();
    return person && [person.familyName, person.givenName].filter(Boolean).join(', ');
  });
  /** What was corrected and what may be asked for is the business of whoever has the record. */
  protected readonly isOwn = computed(() => this.shown()?.organisationId === this.session.session()?.organisation.id);
  /** Who works with an inbox comes from there. */
  protected readonly receives = computed(() => this.session.may('referral.acknowledge') && !this.session.may('referral.create'));
  protected readonly maySeeReleases = computed(() => this.session.may('release.read'));

  /** The report is given by whose person it is. */
  protected readonly maySeeAccesses = computed(() => this.session.may('accessReport.read') && this.isOwn());

  /** A record that goes on elsewhere, or has no name yet, is not corrected here. */
  protected readonly mayCorrect = computed(() => {
    const person = this.shown();
    return this.isOwn() && this.session.may(peoplePermissions.change) && !person?.mergedInto && !person?.pseudonym;
  });
  protected readonly correcting = signal(false);

  constructor() {
    const live = inject(Live);
    live.onChange('person', (change) => {
      if (change === undefined || change.id === this.id()) this.person.reload();
    });
    // What is recorded or revoked decides what may be seen here, and whether anything.
    live.onChange('release', () => this.person.reload());
  }
}
