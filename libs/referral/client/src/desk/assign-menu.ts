import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { Icon, injectText, Popup } from '@lotse/client-kit/ui';
import { Colleagues, CurrentSession } from '@lotse/identity/client';
import type { DeskAct } from './desk-acts';

/** Who does it: oneself, a colleague, nobody in particular. */
@Component({
  selector: 'lotse-assign-menu',
  imports: [Icon, Popup],
  template: `
    <lotse-popup [buttonClass]="buttonClass()" [label]="name()">
      <ng-container popupButton><lotse-icon name="user-check" [size]="16" />{{ label() }}</ng-container>
      <button type="button" class="menu-item" (click)="assign.emit({ kind: 'assign', to: me() })">
        <lotse-icon name="user-check" [size]="16" />{{ t('referral.desk.take') }}
      </button>
      @for (one of others(); track one.id) {
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
  private readonly colleagues = inject(Colleagues);
  private readonly popup = viewChild.required(Popup);
  readonly label = input.required<string>();
  /** The button's whole name where its text is not enough. */
  readonly name = input<string>();
  readonly buttonClass = input('button is-small');
  readonly assign = output<DeskAct & { kind: 'assign' }>();

  protected readonly me = computed(() => {
    const { id = '', displayName = '' } = this.session.session()?.staff ?? {};
    return { id, displayName };
  });
  protected readonly others = computed(() => this.colleagues.items().filter(({ id }) => id !== this.me().id));

  open(): void {
    this.popup().show();
  }
}
