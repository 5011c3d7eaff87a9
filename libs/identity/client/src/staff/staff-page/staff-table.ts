import { Component, input } from '@angular/core';
import { Chip, injectText, MomentTextPipe, type Tone } from '@lotse/client-kit/ui';
import type { StaffMember, StaffState } from '@lotse/identity/model';

const tones: Readonly<Record<StaffState, Tone>> = { active: 'done', invited: 'info', expired: 'due', disabled: 'plain' };

/** One row for each person; cards on a phone. */
@Component({
  selector: 'lotse-staff-table',
  imports: [Chip, MomentTextPipe],
  template: `
    <div class="table-frame">
      <table class="table">
        <caption class="visually-hidden">
          {{
            t('staff.title')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('staff.column.name') }}</th>
            <th scope="col">{{ t('staff.column.roles') }}</th>
            <th scope="col">{{ t('staff.column.lastSignedIn') }}</th>
            <th scope="col">{{ t('staff.column.secondFactor') }}</th>
            <th scope="col">{{ t('staff.column.state') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (member of items(); track member.id) {
            <tr [attr.data-row]="member.id">
              <th scope="row" class="cell-main">
                {{ member.displayName }}
                <span class="cell-sub">{{ member.email }}</span>
              </th>
              <td [attr.data-label]="t('staff.column.roles')">{{ rolesOf(member) }}</td>
              <td [attr.data-label]="t('staff.column.lastSignedIn')">
                {{ member.lastSignedInAt ? (member.lastSignedInAt | moment) : t('staff.never') }}
              </td>
              <td [attr.data-label]="t('staff.column.secondFactor')">{{ t(member.hasSecondFactor ? 'staff.yes' : 'staff.no') }}</td>
              <td [attr.data-label]="t('staff.column.state')">
                <lotse-chip [tone]="tones[member.state]">{{ t('staff.state.' + member.state) }}</lotse-chip>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class StaffTable {
  protected readonly t = injectText();
  protected readonly tones = tones;
  readonly items = input.required<readonly StaffMember[]>();

  protected rolesOf({ roles }: StaffMember): string {
    return roles.map((role) => this.t(`identity.role.${role}`)).join(', ');
  }
}
