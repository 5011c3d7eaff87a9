import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, Failure, Field, Icon, injectText, Loaded, State, Toasts } from '@lotse/client-kit/ui';
import { keepQuestionTemplates, questionPieceSchema, readQuestionTemplates, type QuestionTemplate } from '@lotse/referral/model';
import { OrderedItem } from './ordered-item';
import { moved, Undoable } from './undoable';

type Hint = QuestionTemplate & { readonly id: string };
let count = 0;
const withId = (template: QuestionTemplate): Hint => ({ ...template, id: `hint-${++count}` });
const most = 30;

/** What a service asks to be told at once: shown while a referral to it is written, and offered when it asks back. */
@Component({
  selector: 'lotse-hint-editor',
  imports: [Control, Failure, Field, Icon, Loaded, OrderedItem, State],
  template: `
    <section aria-labelledby="service-hints">
      <h2 id="service-hints" class="section-title">{{ t('serviceForm.hints') }}</h2>
      <p class="muted lead">{{ t('serviceForm.hintsLead') }}</p>
      <lotse-state [of]="kept" [rows]="2">
        <ng-template [lotseLoaded]="kept">
          <form class="form" novalidate (submit)="$event.preventDefault(); save()">
            @if (hints().length === 0) {
              <p class="muted">{{ t('serviceForm.noHints') }}</p>
            }
            @for (hint of hints(); track hint.id) {
              <lotse-ordered-item
                [heading]="t('serviceForm.oneHint', { number: $index + 1 })"
                [index]="$index"
                [of]="hints().length"
                (moveTo)="list.change(moved(hints(), $index, $event))"
                (remove)="remove($index)"
              >
                <div class="form-row">
                  <lotse-field [label]="t('serviceForm.field.piece')" [name]="'items.' + $index + '.piece'" [problem]="problem()">
                    <select lotseControl (change)="set($index, { piece: $any($event.target).value })">
                      @for (piece of pieces; track piece) {
                        <option [value]="piece" [selected]="piece === hint.piece">{{ t('referral.hint.piece.' + piece) }}</option>
                      }
                    </select>
                  </lotse-field>
                  <lotse-field
                    [label]="t('serviceForm.field.text')"
                    [name]="'items.' + $index + '.text'"
                    [problem]="problem()"
                    [error]="wasSent() && !hint.text.trim() ? t('serviceForm.missing.text') : undefined"
                  >
                    <input
                      lotseControl
                      maxlength="500"
                      [value]="hint.text"
                      (input)="set($index, { text: $any($event.target).value }, hint.id)"
                    />
                  </lotse-field>
                </div>
              </lotse-ordered-item>
            }
            @if (problem(); as found) {
              @if (found.fields.length === 0) {
                <lotse-failure [problem]="found" (retry)="save()" />
              }
            }
            <div class="form-acts">
              <button type="submit" class="button" [attr.aria-disabled]="busy() || null">
                <lotse-icon name="check" [size]="16" />{{ t('serviceForm.saveHints') }}
              </button>
              <button type="button" class="button is-text" [attr.aria-disabled]="isFull() || null" (click)="isFull() || add()">
                <lotse-icon name="plus" [size]="16" />{{ t('serviceForm.addHint') }}
              </button>
              <button type="button" class="button is-text" [attr.aria-disabled]="!list.canUndo() || null" (click)="list.undo()">
                <lotse-icon name="undo-2" [size]="16" />{{ t('serviceForm.undo') }}
              </button>
            </div>
          </form>
        </ng-template>
      </lotse-state>
    </section>
  `,
  styles: `
    .lead {
      margin-block: 0 var(--space-4);
    }
  `,
})
export class HintEditor {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly serviceId = input.required<string>();

  protected readonly pieces = questionPieceSchema.options;
  protected readonly moved = moved;
  protected readonly kept = this.api.read(readQuestionTemplates, () => ({ params: { id: this.serviceId() } }));
  protected readonly list = new Undoable<readonly Hint[]>([]);
  protected readonly hints = this.list.value;
  protected readonly isFull = computed(() => this.hints().length >= most);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly wasSent = signal(false);
  private isBegun = false;

  constructor() {
    effect(() => {
      if (this.isBegun || !this.kept.hasValue()) return;
      this.isBegun = true;
      const { items } = this.kept.value();
      untracked(() => this.list.begin(items.map(withId)));
    });
  }

  protected set(index: number, changes: Partial<QuestionTemplate>, place?: string): void {
    this.list.change(
      this.hints().map((one, at) => (at === index ? { ...one, ...changes } : one)),
      place,
    );
  }

  protected add(): void {
    this.list.change([...this.hints(), withId({ piece: 'other', text: '' })]);
    const name = controlIdOf(`items.${this.hints().length - 1}.text`);
    setTimeout(() => document.getElementById(name)?.focus());
  }

  protected remove(index: number): void {
    this.list.change(this.hints().filter((_, at) => at !== index));
    this.toasts.show(this.t('serviceForm.removed'), () => this.list.undo());
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.wasSent.set(true);
    this.problem.set(undefined);
    const items = this.hints().map(({ piece, text }) => ({ piece, text: text.trim() }));
    const empty = items.findIndex(({ text }) => text === '');
    if (empty >= 0) return document.getElementById(controlIdOf(`items.${empty}.text`))?.focus();
    this.busy.set(true);
    try {
      await this.api.send(keepQuestionTemplates, { params: { id: this.serviceId() }, body: { items } });
      this.wasSent.set(false);
      this.toasts.show(this.t('serviceForm.hintsSaved'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
