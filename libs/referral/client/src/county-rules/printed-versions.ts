import { Component, computed, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { RuleVersions } from './rule-versions';
import type { ListedVersion, RuleLine } from './rule-words';

/** A rule with all that it has ever said. */
export interface RuleWithVersions {
  readonly code: string;
  readonly name: string;
  readonly inForce: number | null;
  readonly versions: readonly ListedVersion[];
}

/** On paper only: below the list, every rule that was ever changed with all its versions, for whoever has to show them. */
@Component({
  selector: 'lotse-printed-versions',
  imports: [RuleVersions],
  template: `
    @if (changed().length > 0) {
      <section class="only-print">
        @for (one of changed(); track one.code) {
          <h2>{{ one.name }}</h2>
          <lotse-rule-versions [versions]="one.versions" [inForce]="one.inForce" [lines]="lines()" />
        }
      </section>
    } @else {
      <p class="only-print">{{ t('countyRules.versions.noneAtAll') }}</p>
    }
  `,
  styles: `
    h2 {
      margin: var(--space-5) 0 var(--space-1);
      font-size: var(--text-large);
      break-after: avoid;
    }
  `,
})
export class PrintedVersions {
  protected readonly t = injectText();
  readonly rules = input.required<readonly RuleWithVersions[]>();
  /** A version in words, line by line. */
  readonly lines = input.required<(version: ListedVersion) => readonly RuleLine[]>();

  protected readonly changed = computed(() => this.rules().filter(({ versions }) => versions.length > 1));
}
