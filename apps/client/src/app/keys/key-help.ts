import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Dialog, Icon, injectText, Keys } from '@lotse/client-kit/ui';
import { FrameDialogs } from '../frame/frame-dialogs';
import { keySections } from './key-sections';
import { KeyTable } from './key-table';
import { keysTexts } from './keys-texts';

/** The keys that work on the page one is on. */
@Component({
  selector: 'lotse-key-help',
  imports: [Dialog, Icon, KeyTable, RouterLink],
  template: `
    <lotse-dialog class="key-help" [(open)]="open" [heading]="t('keys.heading')" width="wide">
      @if (!keys.single()) {
        <p>{{ t('keys.lettersOff') }}</p>
      }
      <lotse-key-table [sections]="sections()" />
      <ng-container dialogActs>
        <a class="button is-text" routerLink="/einstellungen" fragment="keys" (click)="open.set(false)">{{ t('keys.change') }}</a>
        <button type="button" class="button" (click)="print()"><lotse-icon name="printer" [size]="16" />{{ t('keys.print') }}</button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class KeyHelp {
  protected readonly t = injectText('keys', keysTexts);
  protected readonly keys = inject(Keys);
  protected readonly open = inject(FrameDialogs).keys;
  private readonly router = inject(Router);
  private readonly all = keySections();

  protected readonly sections = computed(() => {
    if (!this.open()) return [];
    const at = new Set(['everywhere', 'ways', ...placesHere(this.router.url)]);
    return this.all().filter(({ id }) => at.has(id));
  });

  protected print(): void {
    window.print();
  }
}

/** What is on the page: a list, the inbox's or the waiting list's own letters, a form. */
function placesHere(url: string): string[] {
  const main = document.querySelector('main');
  return [
    ...(main?.querySelector('[role="grid"], [lotseworklist]') ? ['lists'] : []),
    ...(url.startsWith('/eingang') ? ['inbox'] : []),
    ...(url.startsWith('/warteliste') ? ['waitingList'] : []),
    ...(main?.querySelector('form') ? ['forms'] : []),
  ];
}
