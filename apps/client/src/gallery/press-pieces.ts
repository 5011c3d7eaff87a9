import { Component, inject, signal } from '@angular/core';
import { Control, Dialog, Field, FormDialog, Icon, LanguageSwitch, Popup, RadioGroup, ThemeSwitch, Toasts } from '@lotse/client-kit/ui';

/** What can be pressed, and what opens then. */
@Component({
  selector: 'lotse-press-pieces',
  imports: [Control, Dialog, Field, FormDialog, Icon, LanguageSwitch, Popup, RadioGroup, ThemeSwitch],
  template: `
    <h2>Knöpfe</h2>
    <div class="cluster">
      <button type="button" class="button is-filled"><lotse-icon name="send" />Zuweisung senden</button>
      <button type="button" class="button">Rückfrage stellen</button>
      <button type="button" class="button is-text">Filter zurücksetzen</button>
      <button type="button" class="button is-danger">Zurückziehen</button>
      <button type="button" class="button is-small">Übernehmen</button>
      <button type="button" class="button icon-button" aria-label="Schließen"><lotse-icon name="x" /></button>
      <button type="button" class="button" aria-disabled="true">Wird gesendet …</button>
      <button type="button" class="button is-filled" aria-disabled="true">Wird gesendet …</button>
      <a class="button" href="/galerie">Ein Weg als Knopf</a>
      <a href="/galerie">Ein Weg im Text</a>
      <kbd>Strg K</kbd>
    </div>
    <div class="cluster"><lotse-theme-switch /><lotse-language-switch /></div>
    <h2>Was sich öffnet</h2>
    <div class="cluster">
      <lotse-popup>
        <ng-container popupButton>Weitere Schritte<lotse-icon name="chevron-down" [size]="16" /></ng-container>
        <button type="button" class="menu-item"><lotse-icon name="send" />Weiterleiten</button>
        <button type="button" class="menu-item is-current"><lotse-icon name="pause" />Auf Wiedervorlage legen</button>
      </lotse-popup>
      <button type="button" class="button" (click)="asking.set(true)">Zurückgeben …</button>
      <button type="button" class="button" (click)="filling.set(true)">Vertretung eintragen …</button>
      <button type="button" class="button" (click)="toast()">Angenommen, mit Rückweg</button>
      <button type="button" class="button" (click)="toasts.show('Gespeichert.')">Gespeichert</button>
    </div>
    <lotse-dialog [(open)]="asking" heading="Zuweisung zurückgeben" width="narrow">
      <lotse-field label="Grund"><textarea lotseControl></textarea></lotse-field>
      <button type="button" class="button" (click)="toast()">Etwas tun, das eine Meldung zeigt</button>
      <ng-container dialogActs>
        <button type="button" class="button" (click)="asking.set(false)">Abbrechen</button>
        <button type="button" class="button is-filled" (click)="asking.set(false)">Zurückgeben</button>
      </ng-container>
    </lotse-dialog>
    <lotse-form-dialog [(open)]="filling" heading="Vertretung eintragen" act="Vertretung sichern" (send)="filling.set(false)">
      <lotse-radio-group label="Für wen" name="gallery-for" layout="row" [choices]="choices" />
      <lotse-field label="Grund" name="gallery-why"><textarea lotseControl></textarea></lotse-field>
    </lotse-form-dialog>
  `,
})
export class PressPieces {
  protected readonly toasts = inject(Toasts);
  protected readonly asking = signal(false);
  protected readonly filling = signal(false);
  protected readonly choices = [
    { value: 'self', label: 'Für mich' },
    { value: 'other', label: 'Für jemand anderen' },
  ];

  protected toast(): void {
    this.toasts.show('Zuweisung angenommen.', () => this.toasts.show('Wieder im Eingang.'));
  }
}
