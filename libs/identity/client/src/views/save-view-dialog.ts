import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { type Choice, Control, Field, FormDialog, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { type SavedView, saveView } from '@lotse/identity/model';

/** Asks for a name and for whom a view is. */
@Component({
  selector: 'lotse-save-view-dialog',
  imports: [Control, Field, FormDialog, RadioGroup],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('identity.views.saveHeading')"
      width="narrow"
      [act]="t('identity.views.saveAct')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="save()"
    >
      <lotse-field [label]="t('identity.views.name')" name="name" [problem]="problem()" [error]="error()">
        <input lotseControl type="text" autocomplete="off" maxlength="60" [value]="name()" (input)="name.set($any($event.target).value)" />
      </lotse-field>
      <lotse-radio-group [label]="t('identity.views.for')" name="isShared" [choices]="choices()" [(value)]="forWhom" />
      <p class="muted small">{{ t('identity.views.kept') }}</p>
    </lotse-form-dialog>
  `,
})
export class SaveViewDialog {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly open = model(false);
  readonly page = input.required<string>();
  readonly query = input.required<Record<string, string>>();
  readonly saved = output<SavedView>();

  protected readonly name = linkedSignal({ source: this.open, computation: () => '' });
  protected readonly forWhom = signal<string>('own');
  protected readonly busy = signal(false);
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly error = linkedSignal<string, string | undefined>({ source: this.name, computation: () => undefined });

  protected choices(): Choice[] {
    return [
      { value: 'own', label: this.t('identity.views.forOwn') },
      { value: 'team', label: this.t('identity.views.forTeam') },
    ];
  }

  protected async save(): Promise<void> {
    const name = this.name().trim();
    if (name === '') return this.error.set(this.t('identity.views.nameMissing'));
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const body = { page: this.page(), name, query: this.query(), isShared: this.forWhom() === 'team' };
      this.saved.emit(await this.api.send(saveView, { body }));
      this.open.set(false);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
