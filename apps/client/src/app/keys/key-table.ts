import { Component, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import type { KeySection } from './key-sections';

/** Keys and what they do, in sections; fits on paper. */
@Component({
  selector: 'lotse-key-table',
  template: `
    @for (section of sections(); track section.id) {
      @if (section.lines.length > 0) {
        <section class="key-section" [attr.aria-label]="t('keys.section.' + section.id)">
          <h3 class="key-title">{{ t('keys.section.' + section.id) }}</h3>
          <dl>
            @for (line of section.lines; track $index) {
              <div class="key-line">
                <dt>
                  @for (key of line.keys; track $index) {
                    <kbd>{{ key }}</kbd>
                  }
                </dt>
                <dd>{{ line.text }}</dd>
              </div>
            }
          </dl>
        </section>
      }
    }
  `,
  host: { class: 'key-table' },
})
export class KeyTable {
  protected readonly t = injectText();
  readonly sections = input.required<readonly KeySection[]>();
}
