import { Component, signal } from '@angular/core';
import { Checkbox, Combobox, Control, DayField, Field, ProblemSummary, RadioGroup, type Choice } from '@lotse/client-kit/ui';

/** What somebody fills in. */
@Component({
  selector: 'lotse-field-pieces',
  imports: [Checkbox, Combobox, Control, DayField, Field, ProblemSummary, RadioGroup],
  template: `
    <h2>Eingaben</h2>
    <form class="form">
      <lotse-problem-summary [errors]="errors" [labels]="{ phone: 'Telefon', birthDate: 'Geburtsdatum' }" />
      <div class="form-row">
        <lotse-field label="Name" name="name"><input lotseControl value="Brutschin" /></lotse-field>
        <lotse-field label="Telefon" name="phone" error="Bitte geben Sie eine Nummer an, unter der Sie zurückrufen können.">
          <input lotseControl />
        </lotse-field>
        <lotse-field label="Krankenversichertennummer" hint="Auf der Karte unten rechts." [optional]="true"
          ><input lotseControl
        /></lotse-field>
        <lotse-field label="Gesperrt"><input lotseControl value="steht fest" disabled /></lotse-field>
      </div>
      <lotse-field label="Anlass">
        <select lotseControl>
          <option>Panikattacken</option>
          <option>Schlafstörung</option>
        </select>
      </lotse-field>
      <lotse-field label="Frage an die aufnehmende Stelle"><textarea lotseControl></textarea></lotse-field>
      <lotse-day-field label="Geburtsdatum" name="birthDate" error="Bitte tragen Sie das Geburtsdatum vollständig ein." />
      <lotse-radio-group label="Dringlichkeit" [choices]="urgencies" layout="grid" [(value)]="urgency" />
      <lotse-radio-group label="Rückmeldung" [choices]="short" layout="row" />
      <lotse-checkbox label="Mündlich erteilt" hint="Mit Datum und Namen." [checked]="true" />
      <lotse-checkbox label="Kurzfristig erreichbar" />
      <lotse-combobox label="Einrichtung" [choices]="places" />
      <div class="form-acts">
        <button type="button" class="button is-filled">Zuweisung senden</button>
        <button type="button" class="button">Als Entwurf speichern</button>
      </div>
    </form>
  `,
})
export class FieldPieces {
  protected readonly urgency = signal<string | null>('soon');
  protected readonly errors = [{ name: 'phone', text: 'Bitte geben Sie eine Nummer an.' }];
  protected readonly urgencies: readonly Choice[] = [
    { value: 'emergency', label: 'Notfall', hint: 'Leben in Gefahr: 112 anrufen', tone: 'emergency' },
    { value: 'soon', label: 'Zeitnah', hint: 'innerhalb von 4 Wochen' },
    { value: 'routine', label: 'Regulär', hint: 'innerhalb von 12 Wochen' },
  ];
  protected readonly short: readonly Choice[] = [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nein' },
  ];
  protected readonly places: readonly Choice[] = [
    { value: '1', label: 'Klinik am Wiesenufer', hint: 'Lörrach' },
    { value: '2', label: 'Klinik Hochrheinblick', hint: 'Rheinfelden' },
  ];
}
