import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Icon, injectText, Popup } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readColleagues } from '@lotse/identity/model';
import type { DeskAct } from './desk-acts';

/** Who does it: oneself, a colleague, nobody in particular. */
@Component({
  selector: 'lotse-assign-menu',
  imports: [Icon, Popup],
  template: `
    <lotse-popup [buttonClass]="buttonClass()" [label]="name()" (click)="wanted.set(true)">
      <ng-container popupButton><lotse-icon name="user-check" [size]="16" />{{ label() }}</ng-container>
      <button type="button" class="menu-item" (click)="assign.emit({ kind: 'assign', to: me() })">
        <lotse-icon name="user-check" [size]="16" />{{ t('referral.desk.take') }}
      </button>
      @for (one of colleagues(); track one.id) {
        <button type="button" class="menu-item" (click)="assign.emit({ kind: 'assign', to: one })">
          <lotse-icon name="user-round" [size]="16" />{{ one.displayName }}
        </button>
      }
      <button type="button" class="menu-item" (click)="assign.emit({ kind: 'assign', to: null })">
        <lotse-icon name="x" [size]="16" />{{ t('referral.desk.nobody') }}
      </button>
    </lotse-popup>
  `,
})
export class AssignMenu {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  private readonly popup = viewChild.required(Popup);
  readonly label = input.required<string>();
  /** The button's whole name where its text is not enough. */
  readonly name = input<string>();
  readonly buttonClass = input('button is-small');
  readonly assign = output<DeskAct & { kind: 'assign' }>();

  /** Read when somebody opens it for the first time. */
  protected readonly wanted = signal(false);
  private readonly read = inject(Api).read(readColleagues, () => (this.wanted() ? {} : undefined));
  protected readonly me = computed(() => {
    const { id = '', displayName = '' } = this.session.session()?.staff ?? {};
    return { id, displayName };
  });
  protected readonly colleagues = computed(() =>
    (this.read.hasValue() ? this.read.value().items : []).filter(({ id }) => id !== this.me().id),
  );

  open(): void {
    this.wanted.set(true);
    this.popup().show();
  }
}
