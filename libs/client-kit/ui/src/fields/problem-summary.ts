import { Component, computed, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { ProblemTexts } from '../texts/problem-texts';
import { controlIdOf } from './field-frame';

/** One line of the summary that the page itself found. */
export interface FoundError {
  readonly name: string;
  readonly text: string;
}

/** Which input a line means, and what is wrong with it; a question needs no colon. */
const labelled = (label: string | undefined, text: string): string => (label ? `${label}${label.endsWith('?') ? '' : ':'} ${text}` : text);

/** What has to be mended, above a form: takes the focus when it appears, each line leads to its field. */
@Component({
  selector: 'lotse-problem-summary',
  imports: [Icon],
  template: `
    @if (shown()) {
      <section #box class="summary" tabindex="-1" role="alert">
        <lotse-icon name="circle-alert" [size]="22" />
        <div>
          <p class="summary-title">{{ title() }}</p>
          @if (lines().length > 0) {
            <ul>
              @for (line of lines(); track $index) {
                <li>
                  <a [href]="'#' + idOf(line.name)" (click)="lead($event, line.name)">{{ line.text }}</a>
                </li>
              }
            </ul>
          } @else if (reference(); as reference) {
            <p class="summary-note">{{ t('kit.state.reference', { reference }) }}</p>
          }
        </div>
      </section>
    }
  `,
})
export class ProblemSummary {
  protected readonly t = injectText();
  protected readonly idOf = controlIdOf;
  private readonly texts = inject(ProblemTexts);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  /** What the server refused. */
  readonly problem = input<ApiProblem | undefined>();
  /** What the page found before it asked the server; give a new array for every attempt to send. */
  readonly errors = input<readonly FoundError[]>([]);
  /** How inputs are called, so that a line says which one it means: `{ 'person.birthDate': 'Geburtsdatum' }`. */
  readonly labels = input<Readonly<Record<string, string>>>({});

  protected readonly lines = computed<FoundError[]>(() => {
    const refused = (this.problem()?.fields ?? []).map((field) => ({ name: field.field, text: this.texts.field(field) }));
    return [...this.errors(), ...refused].map(({ name, text }) => ({
      name,
      text: labelled(this.labels()[name], text),
    }));
  });
  protected readonly shown = computed(() => this.problem() !== undefined || this.errors().length > 0);
  protected readonly title = computed(() => {
    const problem = this.problem();
    if (problem && this.lines().length === 0) return this.texts.of(problem);
    return this.t('kit.summary.title', { count: this.lines().length });
  });
  protected readonly reference = computed(() => ((this.problem()?.status ?? 0) >= 500 ? this.problem()?.reference : undefined));

  constructor() {
    effect(() => {
      this.problem();
      this.errors();
      this.box()?.nativeElement.focus();
    });
  }

  protected lead(event: Event, name: string): void {
    event.preventDefault();
    const control = document.getElementById(controlIdOf(name));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }
}
