import { Component, inject, input } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { DayPipe, injectText, Loaded, State } from '@lotse/client-kit/ui';
import { readReleases } from '@lotse/people/model';

/** What somebody agreed to: to whom, what of their data, until when. */
@Component({
  selector: 'lotse-releases',
  imports: [DayPipe, Loaded, State],
  template: `
    <section class="panel">
      <h2 class="section-title">{{ t('people.releases.title') }}</h2>
      <lotse-state
        [of]="releases"
        [empty]="releases.hasValue() && releases.value().items.length === 0"
        emptiness="none"
        [emptyText]="t('people.releases.none')"
      >
        <ng-template [lotseLoaded]="releases" let-found>
          <ul>
            @for (release of found.items; track release.id) {
              <li>{{ release.recipientOrganisationName }}, {{ t('people.releases.until') }} {{ release.validUntil | day }}</li>
            }
          </ul>
        </ng-template>
      </lotse-state>
    </section>
  `,
})
export class Releases {
  protected readonly t = injectText();
  readonly personId = input.required<string>();
  /** Only who recorded the person records and revokes. */
  readonly isOwn = input.required<boolean>();
  protected readonly releases = inject(Api).read(readReleases, () => ({ params: { id: this.personId() } }));

  constructor() {
    inject(Live).onChange('release', () => this.releases.reload());
  }
}
