import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Chip, injectText, Loaded, MomentTextPipe, State, Table, type Tone } from '@lotse/client-kit/ui';
import { readBreakGlassAtOurs } from '@lotse/people/model';

/** Who opened records of the own organisation in an emergency, and what came of it. */
@Component({
  selector: 'lotse-at-ours',
  imports: [Chip, Loaded, MomentTextPipe, RouterLink, State, Table],
  template: `
    <section class="stack">
      <h2 class="section-title">{{ t('breakGlass.atOurs') }}</h2>
      <lotse-state
        [of]="list"
        [empty]="list.hasValue() && list.value().items.length === 0"
        emptiness="done"
        [emptyText]="t('breakGlass.atOursEmpty')"
      >
        <ng-template [lotseLoaded]="list" let-found>
          <lotse-table
            [columns]="[
              t('breakGlass.column.reference'),
              t('breakGlass.column.when'),
              t('breakGlass.column.whoOpened'),
              t('breakGlass.column.reason'),
              t('breakGlass.column.review'),
            ]"
          >
            <tbody>
              @for (item of found.items; track item.id) {
                <tr>
                  <th scope="row" class="cell-main">
                    {{ item.reference }}
                    <span class="cell-sub">
                      <a [routerLink]="['/personen', item.personId, 'zugriffe']">{{ t('breakGlass.accesses') }}</a>
                    </span>
                  </th>
                  <td [attr.data-label]="t('breakGlass.column.when')">{{ item.openedAt | moment }}</td>
                  <td [attr.data-label]="t('breakGlass.column.whoOpened')">
                    <div>
                      {{ item.staffName }}<span class="cell-sub">{{ item.organisationName }}</span>
                    </div>
                  </td>
                  <td [attr.data-label]="t('breakGlass.column.reason')">{{ t('breakGlass.reason.' + item.reason) }}</td>
                  <td [attr.data-label]="t('breakGlass.column.review')">
                    <div>
                      <lotse-chip [tone]="toneOf(item.result)">{{ t('breakGlass.result.' + (item.result ?? 'open')) }}</lotse-chip>
                    </div>
                  </td>
                </tr>
              }
            </tbody>
          </lotse-table>
        </ng-template>
      </lotse-state>
    </section>
  `,
  styles: `
    lotse-chip {
      white-space: nowrap;
    }
  `,
})
export class AtOurs {
  protected readonly t = injectText();
  protected readonly list = inject(Api).read(readBreakGlassAtOurs, () => ({}));

  protected toneOf(result: string | null): Tone {
    if (result === null) return 'due';
    return result === 'justified' ? 'done' : 'overdue';
  }
}
