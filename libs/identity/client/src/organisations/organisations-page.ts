import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Control, Field, Icon, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { type AdministeredOrganisation, readOrganisations } from '@lotse/identity/model';
import { type LinkOnItsWay, LinkNote } from '../staff/link/link-note';
import { FirstAdministratorDialog } from './first-administrator-dialog';
import { OrganisationDialog } from './organisation-dialog';
import { type OrganisationAct, OrganisationTable } from './organisation-table';
import { RetireDialog } from './retire-dialog';

const folded = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '');

/** `/verwaltung/einrichtungen`: the organisations of the county, their regime, and who lets people in there first. */
@Component({
  selector: 'lotse-organisations-page',
  imports: [
    Control,
    Field,
    FirstAdministratorDialog,
    Icon,
    LinkNote,
    Loaded,
    OrganisationDialog,
    OrganisationTable,
    Page,
    RetireDialog,
    State,
  ],
  template: `
    <lotse-page [title]="t('organisations.title')" [lead]="t('organisations.lead')">
      <ng-container pageActs>
        <button type="button" class="button is-filled" (click)="open('change', undefined)">
          <lotse-icon name="plus" [size]="18" />{{ t('organisations.found.open') }}
        </button>
      </ng-container>
      <lotse-link-note [way]="way()" (dismiss)="way.set(undefined)" />
      <form class="filters" role="search" [attr.aria-label]="t('organisations.search')" (submit)="$event.preventDefault()">
        <lotse-field class="filter-text" [label]="t('organisations.name')" [optional]="true">
          <input lotseControl type="search" autocomplete="off" [value]="text() ?? ''" (input)="search($event)" />
        </lotse-field>
      </form>
      <lotse-state
        [of]="organisations"
        [empty]="organisations.hasValue() && found().length === 0"
        [emptiness]="text() ? 'filtered' : 'none'"
        [emptyText]="text() ? undefined : t('organisations.empty')"
      >
        <ng-template [lotseLoaded]="organisations">
          <lotse-organisation-table [items]="found()" (act)="act($event)" />
        </ng-template>
      </lotse-state>
    </lotse-page>
    <lotse-organisation-dialog [(open)]="changing" [organisation]="chosen()" (done)="done(undefined)" />
    <lotse-first-administrator-dialog [(open)]="inviting" [organisation]="chosen()" (done)="done($event)" />
    <lotse-retire-dialog [(open)]="retiring" [organisation]="chosen()" (done)="done(undefined)" />
  `,
})
export class OrganisationsPage {
  protected readonly t = injectText();
  private readonly router = inject(Router);

  readonly text = input<string>();
  protected readonly organisations = inject(Api).read(readOrganisations, () => ({}));
  protected readonly found = computed(() => {
    const words = folded(this.text() ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const items = this.organisations.hasValue() ? this.organisations.value().items : [];
    return items.filter(({ name }) => words.every((word) => folded(name).includes(word)));
  });
  protected readonly chosen = signal<AdministeredOrganisation | undefined>(undefined);
  protected readonly changing = signal(false);
  protected readonly inviting = signal(false);
  protected readonly retiring = signal(false);
  protected readonly way = signal<LinkOnItsWay | undefined>(undefined);

  protected search(event: Event): void {
    const text = (event.target as HTMLInputElement).value || null;
    void this.router.navigate([], { queryParams: { text }, replaceUrl: true });
  }

  protected act({ act, organisation }: OrganisationAct): void {
    this.open(act, organisation);
  }

  protected open(act: OrganisationAct['act'], organisation: AdministeredOrganisation | undefined): void {
    this.chosen.set(organisation);
    ({ change: this.changing, invite: this.inviting, retire: this.retiring })[act].set(true);
  }

  protected done(way: LinkOnItsWay | undefined): void {
    this.way.set(way);
    this.organisations.reload();
  }
}
