import { Component, resource } from '@angular/core';
import { Loaded, State } from '@lotse/client-kit/ui';

/** What is read: on its way, failed, empty, there. */
@Component({
  selector: 'lotse-state-pieces',
  imports: [Loaded, State],
  template: `
    <h2>Auf dem Weg</h2>
    <lotse-state [of]="never" [rows]="3"><ng-template [lotseLoaded]="never"></ng-template></lotse-state>
    <h2>Fehlgeschlagen</h2>
    <lotse-state [of]="broken"><ng-template [lotseLoaded]="broken"></ng-template></lotse-state>
    @for (emptiness of emptinesses; track emptiness) {
      <h2>Leer: {{ emptiness }}</h2>
      <lotse-state [of]="there" [empty]="true" [emptiness]="emptiness">
        <ng-template [lotseLoaded]="there"></ng-template>
        <button type="button" class="button" stateAct>Neue Zuweisung</button>
      </lotse-state>
    }
    <h2>Da</h2>
    <lotse-state [of]="there"
      ><ng-template [lotseLoaded]="there" let-words>{{ words }}</ng-template></lotse-state
    >
  `,
})
export class StatePieces {
  protected readonly emptinesses = ['none', 'filtered', 'done'] as const;
  protected readonly never = resource({ loader: () => new Promise<string>(() => undefined) });
  protected readonly broken = resource({ loader: () => Promise.reject<string>(new Error('broken')) });
  protected readonly there = resource({ loader: () => Promise.resolve('Hier steht, was gelesen wurde.') });
}
