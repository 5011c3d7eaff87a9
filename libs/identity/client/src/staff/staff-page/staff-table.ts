import { Component, inject, input, output } from '@angular/core';
import { Chip, Icon, injectText, MomentTextPipe, PlainDayPipe, Popup, Table, type Tone } from '@lotse/client-kit/ui';
import { CurrentSession } from '../../current-session';
import type { RowState, StaffRow } from './staff-rows';

const tones: Readonly<Record<RowState, Tone>> = { active: 'done', open: 'info', expired: 'due', disabled: 'plain' };
const actsIn = {
  active: ['change', 'newAccess', 'resetSecondFactor', 'disable'],
  disabled: ['reactivate'],
  open: ['resend', 'revoke'],
  expired: ['resend', 'revoke'],
} as const;

/** Something that an administrator wants to do with a row. */
export interface StaffAct {
  act: (typeof actsIn)[RowState][number];
  row: StaffRow;
}

/** One row for each person; cards on a phone. */
@Component({
  selector: 'lotse-staff-table',
  imports: [Chip, Icon, MomentTextPipe, PlainDayPipe, Popup, Table],
  template: `
    <lotse-table
      [caption]="t('staff.title')"
      [columns]="[
        t('staff.column.name'),
        t('staff.column.roles'),
        t('staff.column.lastSignedIn'),
        t('staff.column.secondFactor'),
        t('staff.column.state'),
      ]"
      [acts]="t('staff.column.acts')"
    >
      <tbody>
        @for (row of rows(); track row.id) {
          <tr [attr.data-row]="row.id">
            <th scope="row" class="cell-main">
              {{ row.displayName }}
              <span class="cell-sub">{{ row.email }}</span>
            </th>
            <td [attr.data-label]="t('staff.column.roles')">{{ rolesOf(row) }}</td>
            <td [attr.data-label]="t('staff.column.lastSignedIn')">
              {{ row.member?.lastSignedInAt ? (row.member!.lastSignedInAt | moment) : t('staff.never') }}
            </td>
            <td [attr.data-label]="t('staff.column.secondFactor')">
              {{ row.member ? t(row.member.hasSecondFactor ? 'staff.yes' : 'staff.no') : '–' }}
            </td>
            <td [attr.data-label]="t('staff.column.state')">
              <div>
                <lotse-chip [tone]="tones[row.state]">{{ t('staff.state.' + row.state) }}</lotse-chip>
              </div>
              @if (row.invitation; as invitation) {
                <span class="cell-sub">
                  {{ t(invitation.mailedAt ? 'staff.mailed' : 'staff.notMailed', { day: invitation.expiresAt | plainDay }) }}
                </span>
              }
            </td>
            <td class="cell-acts">
              @if (actsFor(row); as acts) {
                @if (acts.length > 0) {
                  <lotse-popup align="end" buttonClass="button icon-button" [label]="t('staff.acts', { name: row.displayName })">
                    <ng-container popupButton><lotse-icon name="ellipsis" /></ng-container>
                    @for (act of acts; track act) {
                      <button type="button" class="menu-item" (click)="this.act.emit({ act, row })">{{ t('staff.act.' + act) }}</button>
                    }
                  </lotse-popup>
                }
              }
            </td>
          </tr>
        }
      </tbody>
    </lotse-table>
  `,
})
export class StaffTable {
  protected readonly t = injectText();
  protected readonly tones = tones;
  private readonly session = inject(CurrentSession);
  readonly rows = input.required<readonly StaffRow[]>();
  readonly act = output<StaffAct>();

  protected rolesOf({ roles }: StaffRow): string {
    return roles.map((role) => this.t(`identity.role.${role}`)).join(', ');
  }

  /** Nobody closes their own account. */
  protected actsFor({ id, state, member }: StaffRow): readonly StaffAct['act'][] {
    const isOneself = id === this.session.session()?.staff.id;
    return actsIn[state].filter((act) => (!isOneself || act === 'change') && (act !== 'resetSecondFactor' || member?.hasSecondFactor));
  }
}
