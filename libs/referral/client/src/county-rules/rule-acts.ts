import { Component, input } from '@angular/core';
import { Failure, Icon } from '@lotse/client-kit/ui';
import type { RuleEditing } from './rule-editing';

/** The end of the form of a county's rule: whether somebody was faster, the act that puts it in force, and what else stands beside it. */
@Component({
  selector: 'lotse-rule-acts',
  imports: [Failure, Icon],
  template: `
    @if (editing().problem(); as problem) {
      @if (problem.code === 'version-stale') {
        <lotse-failure [problem]="problem" />
      }
    }
    <div class="form-acts">
      <button type="submit" class="button is-filled" [attr.aria-disabled]="editing().busy() || null">
        <lotse-icon name="check" [size]="16" />{{ label() }}
      </button>
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class RuleActs {
  readonly editing = input.required<Pick<RuleEditing<unknown>, 'problem' | 'busy'>>();
  readonly label = input.required<string>();
}
