import { Component } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { injectText, Page } from '@lotse/client-kit/ui';

interface Licence {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** `/lizenzen`: what runs in the browser besides Lotse. The list is made by the build from what it really put in. */
@Component({
  selector: 'lotse-licences-page',
  imports: [Page],
  template: `
    <lotse-page [title]="t('about.licences.title')" [lead]="t('about.licences.lead')" width="narrow">
      @if (licences.status() === 'error') {
        <p role="alert">{{ t('about.licences.failed') }}</p>
      }
      <ul class="rows">
        <li class="row">
          <div class="row-what">
            <strong>{{ t('about.licences.own') }}</strong><span class="muted">{{ t('about.licences.ownText') }}</span>
          </div>
        </li>
        @for (one of licences.hasValue() ? licences.value() : []; track one.name) {
          <li class="row licence">
            <div class="row-what">
              <strong>{{ one.name }}</strong><span class="muted">{{ one.licence }}</span>
            </div>
            <details>
              <summary>{{ t('about.licences.show', { name: one.name }) }}</summary>
              <pre tabindex="0">{{ one.text }}</pre>
            </details>
          </li>
        }
      </ul>
    </lotse-page>
  `,
})
export class LicencesPage {
  protected readonly t = injectText();
  protected readonly licences = httpResource<readonly Licence[]>(() => '/licences.json');
}
