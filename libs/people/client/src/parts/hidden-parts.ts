import { Component, computed, inject, input } from '@angular/core';
import { Icon, injectText, Language } from '@lotse/client-kit/ui';
import type { DataPart } from '@lotse/people/model';
import { peopleTexts } from '../people-texts';

/** What the reader does not get, by name. */
@Component({
  selector: 'lotse-hidden-parts',
  imports: [Icon],
  template: `
    @if (hidden().length > 0) {
      <p>
        <lotse-icon name="lock" [size]="16" /><span>{{ t('people.hidden.parts') }} {{ names() }}</span>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      gap: var(--space-2);
      color: var(--muted);
      font-size: var(--text-small);
    }
    lotse-icon {
      margin-block-start: 2px;
    }
  `,
})
export class HiddenParts {
  protected readonly t = injectText('people', peopleTexts);
  private readonly language = inject(Language);
  readonly hidden = input.required<readonly DataPart[]>();
  protected readonly names = computed(() =>
    new Intl.ListFormat(this.language.current(), { type: 'conjunction' }).format(
      this.hidden().map((part) => this.t(`people.dataPart.${part}`)),
    ),
  );
}
