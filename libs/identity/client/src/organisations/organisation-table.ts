import { Component, inject, input, output } from '@angular/core';
import { Chip, Icon, injectText, PlainDayPipe, Popup, Table } from '@lotse/client-kit/ui';
import type { AdministeredOrganisation } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';

/** Something that is to be done with an organisation. */
export interface OrganisationAct {
  act: 'change' | 'invite' | 'retire';
  organisation: AdministeredOrganisation;
}

/** One row for each organisation; cards on a phone. */
@Component({
  selector: 'lotse-organisation-table',
  imports: [Chip, Icon, PlainDayPipe, Popup, Table],
  template: `
    <lotse-table
      [caption]="t('organisations.title')"
      [columns]="[
        t('organisations.name'),
        t('organisations.regimeLabel'),
        t('organisations.administrators'),
        t('organisations.staff'),
        t('organisations.state.label'),
      ]"
      [acts]="t('organisations.acts')"
    >
      <tbody>
        @for (one of items(); track one.id) {
          <tr [attr.data-row]="one.id">
            <th scope="row" class="cell-main">
              {{ one.name }}<span class="cell-sub">{{ t('organisations.kind.' + one.kind) }}</span>
            </th>
            <td [attr.data-label]="t('organisations.regimeLabel')">{{ t('organisations.regime.' + one.legalRegime) }}</td>
            <td [attr.data-label]="t('organisations.administrators')">
              {{ one.administrators > 0 ? one.administrators : t('organisations.none') }}
              @for (invited of one.invited; track invited.id) {
                <span class="cell-sub">{{ t('organisations.invited', { email: invited.email, day: invited.expiresAt | plainDay }) }}</span>
              }
            </td>
            <td [attr.data-label]="t('organisations.staff')">{{ one.staff }}</td>
            <td [attr.data-label]="t('organisations.state.label')">
              <div>
                <lotse-chip [tone]="one.state === 'active' ? 'done' : 'plain'">{{ t('organisations.state.' + one.state) }}</lotse-chip>
              </div>
            </td>
            <td class="cell-acts">
              @if (one.state === 'active') {
                <lotse-popup align="end" buttonClass="button icon-button" [label]="t('organisations.more', { name: one.name })">
                  <ng-container popupButton><lotse-icon name="ellipsis" /></ng-container>
                  @for (act of actsFor(one); track act) {
                    <button type="button" class="menu-item" (click)="this.act.emit({ act, organisation: one })">
                      {{ t('organisations.act.' + act) }}
                    </button>
                  }
                </lotse-popup>
              }
            </td>
          </tr>
        }
      </tbody>
    </lotse-table>
  `,
})
export class OrganisationTable {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly items = input.required<readonly AdministeredOrganisation[]>();
  readonly act = output<OrganisationAct>();

  /** Whoever is there invites others; one's own organisation is not closed. */
  protected actsFor({ id, administrators }: AdministeredOrganisation): OrganisationAct['act'][] {
    return [
      'change',
      ...(administrators === 0 ? (['invite'] as const) : []),
      ...(id === this.session.session()?.organisation.id ? [] : (['retire'] as const)),
    ];
  }
}
