import { Component, computed, inject, input, output } from '@angular/core';
import { apiProblemOf } from '@lotse/client-kit/api';
import { Icon } from '../icon/icon';
import { injectText } from '../texts/inject-text';
import { ProblemTexts } from '../texts/problem-texts';

/** A failure in the place of what could not be read or done: what failed, what is safe, what to do, a mark for the support. */
@Component({
  selector: 'lotse-failure',
  imports: [Icon],
  template: `
    <div class="failure" role="alert">
      <lotse-icon [name]="found().code === 'offline' ? 'wifi-off' : 'circle-alert'" [size]="22" />
      <div>
        <p class="failure-text">{{ text() }}</p>
        @if (canRetry()) {
          <p class="failure-note">{{ t('kit.state.draftsSafe') }}</p>
        }
        <p class="failure-acts">
          @if (canRetry()) {
            <button type="button" class="button" (click)="retry.emit()">
              <lotse-icon name="refresh-cw" [size]="16" />{{ t('kit.state.retry') }}
            </button>
          }
          <span class="failure-reference">{{ t('kit.state.reference', { reference: found().reference }) }}</span>
        </p>
      </div>
    </div>
  `,
})
export class Failure {
  protected readonly t = injectText();
  private readonly texts = inject(ProblemTexts);

  readonly problem = input.required<unknown>();
  readonly retry = output();
  protected readonly found = computed(() => apiProblemOf(this.problem()));
  protected readonly text = computed(() => this.texts.of(this.found()));
  /** What one may not see does not become visible by trying again. */
  protected readonly canRetry = computed(() => ![403, 404].includes(this.found().status));
}
