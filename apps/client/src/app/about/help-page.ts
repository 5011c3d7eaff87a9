import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText, Page } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { keySections } from '../keys/key-sections';
import { KeyTable } from '../keys/key-table';

/** `/hilfe`: first steps for what somebody does here, and all keys. */
@Component({
  selector: 'lotse-help-page',
  imports: [KeyTable, Page, RouterLink],
  template: `
    <lotse-page [title]="t('about.help.title')" [lead]="t('about.help.lead')" width="narrow">
      <div class="prose">
        @for (part of parts(); track part) {
          <h2>{{ t('about.help.' + part + '.title') }}</h2>
          <ol>
            @for (step of ['first', 'second', 'third']; track step) {
              <li>{{ t('about.help.' + part + '.' + step) }}</li>
            }
          </ol>
        }
        <h2 id="tasten">{{ t('about.help.keys') }}</h2>
      </div>
      @if (session.session()) {
        <p>
          {{ t('about.help.keysLead') }} <a routerLink="/einstellungen">{{ t('about.help.settings') }}</a>
        </p>
      }
      <lotse-key-table [sections]="sections()" />
      <p class="cluster">
        <a routerLink="/barrierefreiheit">{{ t('frame.place.accessibility') }}</a>
        <a routerLink="/lizenzen">{{ t('frame.place.licences') }}</a>
      </p>
    </lotse-page>
  `,
})
export class HelpPage {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  private readonly all = keySections();
  protected readonly sections = computed(() => this.all());
  protected readonly parts = computed(() => [
    ...(this.session.may('referral.create') ? ['referring'] : []),
    ...(this.session.may('referral.accept') || this.session.may('calendar.read') ? ['receiving'] : []),
    ...(this.session.may('serviceQuestions.change') ? ['asking'] : []),
    ...(this.session.may('countyRule.change') ? ['governing'] : []),
    'others',
  ]);
}
