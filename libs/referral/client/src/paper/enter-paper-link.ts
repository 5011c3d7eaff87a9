import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { paperTexts } from './paper-texts';

/** The way from the inbox to entering what came on paper, for those who may. */
@Component({
  selector: 'lotse-enter-paper-link',
  imports: [Icon, RouterLink],
  template: `
    @if (may()) {
      <a class="button" routerLink="/eingang/papier"><lotse-icon name="file-text" [size]="16" />{{ t('paper.enter') }}</a>
    }
  `,
})
export class EnterPaperLink {
  protected readonly t = injectText('paper', paperTexts);
  private readonly session = inject(CurrentSession);
  protected readonly may = computed(() => this.session.may('referral.enterPaper'));
}
