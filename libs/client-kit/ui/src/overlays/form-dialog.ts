import { Component, computed, input, model, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { ProblemSummary, type FoundError } from '../fields/problem-summary';
import type { IconName } from '../icon/icon-name';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { Dialog } from './dialog';

let count = 0;

/**
 * A dialog that asks for something and sends it: what was refused on top, the fields, giving up and the act below. Enter sends.
 * `<lotse-form-dialog [(open)]="open" heading="…" act="Sichern" [busy]="busy()" [problem]="problem()" (send)="save()">fields</lotse-form-dialog>`
 */
@Component({
  selector: 'lotse-form-dialog',
  imports: [Dialog, Icon, ProblemSummary],
  template: `
    <lotse-dialog [(open)]="open" [heading]="heading()" [width]="width()" (closing)="closing.emit()">
      <form class="form" [id]="id" novalidate (submit)="submit($event)">
        <lotse-problem-summary [problem]="summarised()" [errors]="errors()" [labels]="labels() ?? {}" />
        <ng-content />
      </form>
      <ng-container dialogActs>
        <button type="button" class="button" (click)="open.set(false)">{{ giveUp() ?? t('kit.dialog.cancel') }}</button>
        <button
          type="submit"
          class="button"
          [class.is-danger]="isDanger()"
          [class.is-filled]="!isDanger()"
          [attr.form]="id"
          [attr.aria-disabled]="busy() || null"
        >
          @if (icon(); as name) {
            <lotse-icon [name]="name" [size]="16" />
          }
          {{ act() }}
        </button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class FormDialog {
  protected readonly t = injectText();
  protected readonly id = `form-dialog-${++count}`;

  readonly open = model(false);
  readonly heading = input.required<string>();
  /** What the button does, as a verb with its object. */
  readonly act = input.required<string>();
  readonly icon = input<IconName>();
  readonly giveUp = input<string>();
  readonly isDanger = input(false);
  readonly width = input<'narrow' | 'normal' | 'wide'>('normal');
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  /** What the dialog found before it asked the server; a new array for every attempt. */
  readonly errors = input<readonly FoundError[]>([]);
  /** How its fields are called. Without, what is wrong with a field stands at the field alone. */
  readonly labels = input<Readonly<Record<string, string>>>();
  /** Somebody wants it sent; not while it is being sent. */
  readonly send = output();
  readonly closing = output();

  protected readonly summarised = computed(() =>
    this.labels() !== undefined || this.problem()?.fields.length === 0 ? this.problem() : undefined,
  );

  protected submit(event: Event): void {
    event.preventDefault();
    if (!this.busy()) this.send.emit();
  }
}
