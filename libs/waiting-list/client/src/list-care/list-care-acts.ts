import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { careTexts } from './care-texts';
import { ExpectedWait } from './expected-wait';

/** What looks after a list, as buttons above it: the list check, and what is said of the wait. */
@Component({
  selector: 'lotse-list-care-acts',
  imports: [ExpectedWait, Icon, RouterLink],
  template: `
    @if (mayAsk()) {
      <a class="button" routerLink="/warteliste/pruefung"><lotse-icon name="list-checks" />{{ t('listCare.title') }}</a>
    }
    @if (maySay()) {
      <lotse-expected-wait [serviceId]="serviceId()" />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ListCareActs {
  protected readonly t = injectText('listCare', careTexts);
  private readonly session = inject(CurrentSession);
  readonly serviceId = input.required<string>();
  protected readonly mayAsk = computed(() => this.session.may('waitingList.askChecks'));
  protected readonly maySay = computed(() => this.session.may('waitingList.changeExpectedWait'));
}
