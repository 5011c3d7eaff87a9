import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { injectText, Notice, Page } from '@lotse/client-kit/ui';
import { readReferrals, type Box } from '@lotse/referral/model';
import { lettersTexts } from './letters-texts';

/** `/z/:reference`: where the code on a letter leads. Who may see the referral goes on to it; for everybody else there is none. */
@Component({
  selector: 'lotse-by-reference-page',
  imports: [Notice, Page, RouterLink],
  template: `
    <lotse-page [title]="t('letters.byReference.title', { reference: reference() })">
      @if (isNone()) {
        <lotse-notice tone="due">
          <p>{{ t('letters.byReference.none') }}</p>
          <p>
            <a class="button" routerLink="/start">{{ t('letters.byReference.toStart') }}</a>
          </p>
        </lotse-notice>
      }
    </lotse-page>
  `,
})
export class ByReferencePage {
  protected readonly t = injectText('letters', lettersTexts);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  readonly reference = input.required<string>();

  private readonly boxes = [this.box('inbox'), this.box('sent')];
  private readonly found = computed(() =>
    this.boxes
      .flatMap((box) => (box.hasValue() ? box.value().items : []))
      .find(({ reference }) => reference.toLowerCase() === this.reference().toLowerCase()),
  );
  protected readonly isNone = computed(() => !this.found() && this.boxes.every((box) => !box.isLoading()));

  constructor() {
    effect(() => {
      const found = this.found();
      if (found) void this.router.navigate(['/zuweisungen', found.id], { replaceUrl: true });
    });
  }

  private box(box: Box) {
    return this.api.read(readReferrals, () => ({ query: { box, text: this.reference(), limit: 5 } }));
  }
}
