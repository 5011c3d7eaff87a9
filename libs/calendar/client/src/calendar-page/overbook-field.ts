import { Component, computed, inject, input, model } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, Field, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';

/** Once time has turned out to be taken: whoever may, may give it out a second time, with a reason. */
@Component({
  selector: 'lotse-overbook-field',
  imports: [Control, Field],
  template: `
    @if (isOffered()) {
      <lotse-field [label]="label()" [hint]="t('calendar.overbook.hint')" name="reason" [problem]="problem()" [optional]="true">
        <textarea lotseControl rows="2" maxlength="500" [value]="reason()" (input)="reason.set($any($event.target).value)"></textarea>
      </lotse-field>
    }
  `,
})
export class OverbookField {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly label = input.required<string>();
  readonly problem = input<ApiProblem | undefined>();
  readonly reason = model('');
  protected readonly isOffered = computed(
    () => this.session.may('calendar.overbook') && (this.problem()?.code === 'slot-overlaps' || this.reason() !== ''),
  );
}
