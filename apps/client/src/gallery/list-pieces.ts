import { millisecondsPerDay } from '@lotse/kernel';
import { Component, computed, resource, signal } from '@angular/core';
import { FurtherPages } from '@lotse/client-kit/api';
import {
  Cell,
  Chip,
  ColumnChoice,
  DeadlineRibbon,
  Grid,
  GridBar,
  type GridColumn,
  LoadMore,
  PrintHead,
  RestOfList,
  Selection,
  shownColumns,
  Table,
  Worklist,
} from '@lotse/client-kit/ui';

const names = ['Demirci, Serkan', 'Maier, Sandra', 'Gempp, Sarah'];

/** Lists: the worklist, the plain table, cards. */
@Component({
  selector: 'lotse-list-pieces',
  imports: [Cell, Chip, ColumnChoice, DeadlineRibbon, Grid, GridBar, LoadMore, PrintHead, RestOfList, Table, Worklist],
  template: `
    <h2>Arbeitsliste</h2>
    <lotse-grid-bar [selection]="selection" [rows]="rows" [arrived]="arrived()" (showArrived)="arrived.set(0)">
      <button type="button" class="button is-small" bulkAct>Übernehmen</button>
      <lotse-column-choice gridTool [columns]="columns" [chosen]="chosen()" (choose)="chosen.set($event)" />
    </lotse-grid-bar>
    <lotse-grid label="Arbeitsliste" [rows]="rows" [columns]="shown()" [nameOf]="nameOf" [selection]="selection" opened="1" [sort]="'name'">
      <ng-template lotseCell="name" [lotseCellOf]="rows" let-row>{{ row.name }}</ng-template>
      <ng-template lotseCell="state"><lotse-chip tone="info" icon="eye">In Prüfung</lotse-chip></ng-template>
      <ng-template lotseCell="due"><lotse-deadline-ribbon variant="row" start="2026-11-01" [due]="due" /></ng-template>
      <ng-template lotseCell="note">Dolmetschen: Farsi</ng-template>
    </lotse-grid>
    <lotse-load-more [more]="true" />
    <h2>Tabelle</h2>
    <lotse-table caption="Tabelle" [columns]="['Person', 'Stand', { label: 'Rang', isNumber: true }]">
      <tbody lotseWorklist>
        @for (row of rows; track row.id) {
          <tr [attr.data-row]="row.id" [class.is-selected]="row.id === '1'">
            <th scope="row" class="cell-main">{{ row.name }}<span class="cell-sub">geb. 03.03.1984</span></th>
            <td data-label="Stand"><lotse-chip tone="due">Rückfrage offen</lotse-chip></td>
            <td data-label="Rang" class="cell-number">{{ row.id }}</td>
          </tr>
        }
      </tbody>
    </lotse-table>
    <lotse-rest-of-list [pages]="further" />
    <h2>Karten</h2>
    <ul class="cards">
      <li>
        <article class="card">
          <header class="card-head">
            <div>
              <h3 class="card-title">Institutsambulanz</h3>
              <p class="card-sub">Klinik am Wiesenufer</p>
            </div>
          </header>
          <p class="card-text">Ambulante Behandlung bei schweren und anhaltenden seelischen Erkrankungen.</p>
          <footer class="card-foot"><span class="card-confirmed">bestätigt vor 3 Tagen</span></footer>
        </article>
      </li>
    </ul>
    <h2>Kopf auf Papier</h2>
    <lotse-print-head organisation="Klinik am Wiesenufer" />
  `,
})
export class ListPieces {
  protected readonly rows = names.map((name, at) => ({ id: `${at}`, name }));
  protected readonly columns: readonly GridColumn[] = [
    { key: 'name', label: 'Person', place: 'main', fixed: true, sort: { up: 'name', down: '-name' } },
    { key: 'state', label: 'Stand', place: 'marks' },
    { key: 'due', label: 'Frist', place: 'due', sort: { up: 'due' } },
    { key: 'note', label: 'Besonderes', place: 'sub', extra: true },
  ];
  protected readonly further = new FurtherPages(resource({ loader: () => Promise.resolve({ items: names, nextCursor: 'next' }) }), () =>
    Promise.resolve({ items: names, nextCursor: null }),
  );
  protected readonly selection = new Selection();
  protected readonly arrived = signal(3);
  protected readonly chosen = signal<string | undefined>(undefined);
  protected readonly shown = computed(() => shownColumns(this.columns, this.chosen()));
  protected readonly due = new Date(Date.now() + millisecondsPerDay * 3).toISOString();
  protected readonly nameOf = ({ name }: { name: string }): string => name;
}
