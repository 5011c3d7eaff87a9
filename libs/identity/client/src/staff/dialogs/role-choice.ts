import { Component, input, model } from '@angular/core';
import { Checkbox, Icon, injectText } from '@lotse/client-kit/ui';
import type { Role } from '@lotse/identity/model';

/** What somebody may be, several at a time; each with what it lets them do. */
@Component({
  selector: 'lotse-role-choice',
  imports: [Checkbox, Icon],
  template: `
    <fieldset class="choices" id="field-roles" tabindex="-1" [attr.aria-describedby]="error() ? 'field-roles-error' : null">
      <legend class="field-label">{{ t('staff.member.roles') }}</legend>
      @if (error(); as text) {
        <p class="field-error" id="field-roles-error">
          <lotse-icon name="circle-alert" [size]="15" /><span>{{ text }}</span>
        </p>
      }
      <div class="choices-list">
        @for (role of roles(); track role) {
          <lotse-checkbox
            [label]="t('identity.role.' + role)"
            [hint]="t('staff.roleHint.' + role)"
            [checked]="chosen().includes(role)"
            (checkedChange)="set(role, $event)"
          />
        }
      </div>
    </fieldset>
  `,
})
export class RoleChoice {
  protected readonly t = injectText();
  readonly roles = input.required<readonly Role[]>();
  readonly chosen = model.required<readonly Role[]>();
  readonly error = input<string>();

  protected set(role: Role, isChosen: boolean): void {
    this.chosen.update((roles) => (isChosen ? [...roles, role] : roles.filter((other) => other !== role)));
  }
}
