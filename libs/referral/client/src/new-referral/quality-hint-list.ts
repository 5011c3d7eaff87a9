import { Component, computed, inject, input } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { QualityHints } from './quality-hints';

/** Beside the fields: what this service often asks back for, as long as it is not written. It is in nobody's way. */
@Component({
  selector: 'lotse-quality-hint-list',
  imports: [Icon],
  template: `
    @for (hint of shown(); track hint.piece) {
      <p class="hint small">
        <lotse-icon name="circle-question-mark" [size]="16" />
        <span
          ><strong>{{ t('referral.hint.piece.' + hint.piece) }}:</strong>
          @if (hint.amount > 0) {
            {{ t('referral.hint.asked', { count: hint.share }) }}
          }
          @for (text of hint.texts; track text) {
            „{{ text }}“
          }
        </span>
        <button
          type="button"
          class="button is-text is-small"
          [attr.aria-label]="t('referral.hint.dismissOf', { what: t('referral.hint.piece.' + hint.piece) })"
          (click)="hints.dismiss(hint.piece)"
        >
          {{ t('referral.hint.dismiss') }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    :host:empty {
      display: none;
    }
    .hint {
      display: flex;
      align-items: baseline;
      gap: var(--space-2);
      margin: 0;
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius);
      background: var(--info-ground);
      color: var(--info-ink);
    }
    .hint > span {
      flex: 1;
      overflow-wrap: anywhere;
    }
    .hint lotse-icon {
      align-self: center;
    }
  `,
})
export class QualityHintList {
  protected readonly t = injectText();
  protected readonly hints = inject(QualityHints);
  readonly pieces = input.required<readonly string[]>();
  /** What is written already: nobody has to be told. */
  readonly written = input<readonly string[]>([]);
  protected readonly shown = computed(() => this.hints.of(this.pieces().filter((piece) => !this.written().includes(piece))));
}
