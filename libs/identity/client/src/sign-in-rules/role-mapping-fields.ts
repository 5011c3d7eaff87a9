import { Component, model } from '@angular/core';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import { roles } from '@lotse/identity/model';
import type { MappedRole } from './provider-draft';

/** Which claim says what somebody is at the account service, and what that means here. */
@Component({
  selector: 'lotse-role-mapping-fields',
  imports: [Control, Field],
  template: `
    <lotse-field [label]="t('signInRules.mapping.claim')" [hint]="t('signInRules.mapping.claimHint')" name="roleClaim" [optional]="true">
      <input
        lotseControl
        class="control is-medium"
        type="text"
        autocomplete="off"
        [value]="claim()"
        (input)="claim.set($any($event.target).value)"
      />
    </lotse-field>
    @if (claim().trim() !== '') {
      @for (line of mapped(); track $index) {
        <div class="form-row">
          <lotse-field [label]="t('signInRules.mapping.value')" [name]="'value-' + $index">
            <input
              lotseControl
              type="text"
              autocomplete="off"
              [value]="line.value"
              (input)="change($index, { value: $any($event.target).value })"
            />
          </lotse-field>
          <lotse-field [label]="t('signInRules.mapping.role')" [name]="'role-' + $index">
            <select lotseControl (change)="change($index, { role: $any($event.target).value })">
              @for (role of choices; track role) {
                <option [value]="role" [selected]="role === line.role">{{ t('identity.role.' + role) }}</option>
              }
            </select>
          </lotse-field>
        </div>
      }
      <p>
        <button type="button" class="button is-text is-small" (click)="add()">{{ t('signInRules.mapping.add') }}</button>
      </p>
    }
  `,
  host: { class: 'stack' },
})
export class RoleMappingFields {
  protected readonly t = injectText();
  protected readonly choices = roles.filter((role) => role !== 'system');
  readonly claim = model('');
  /** A line with an empty value is left out. */
  readonly mapped = model<readonly MappedRole[]>([]);

  protected add(): void {
    this.mapped.update((lines) => [...lines, { value: '', role: this.choices[0]! }]);
  }

  protected change(at: number, change: Partial<MappedRole>): void {
    this.mapped.update((lines) => lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  }
}
