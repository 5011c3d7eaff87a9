import { Component, computed, inject, input } from '@angular/core';
import { Icon, injectText, Language } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { pathOf } from '@lotse/kernel';
import { exportEverything, printEverything, rightsPermissions } from '@lotse/people/model';

/** What somebody may ask for about themselves: a copy of everything that is kept (Art. 15 DSGVO, § 630g BGB). */
@Component({
  selector: 'lotse-own-rights',
  imports: [Icon],
  template: `
    @if (mayExport()) {
      <section class="panel stack no-print">
        <h2 class="section-title">{{ t('people.rights.title') }}</h2>
        <p>{{ t('people.rights.lead') }}</p>
        <div class="cluster">
          <a class="button" [href]="document()" target="_blank" rel="noopener">
            <lotse-icon name="file-text" [size]="18" />{{ t('people.rights.print') }}
          </a>
          <a class="button" [href]="address()" download="auskunft.json">
            <lotse-icon name="download" [size]="18" />{{ t('people.rights.download') }}
          </a>
        </div>
      </section>
    }
  `,
})
export class OwnRights {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  readonly personId = input.required<string>();
  protected readonly mayExport = computed(() => this.session.may(rightsPermissions.export));
  private readonly language = inject(Language);
  protected readonly document = computed(() => `${pathOf(printEverything, { id: this.personId() })}?language=${this.language.current()}`);
  protected readonly address = computed(() => pathOf(exportEverything, { id: this.personId() }));
}
