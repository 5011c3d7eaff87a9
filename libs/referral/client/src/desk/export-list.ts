import { Component, inject, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { ExportMenu } from './export-menu';
import type { ExportQuery } from './fetch-file';

/** The whole list that is on the page as a file, with the filters that are set; for those who may. */
@Component({
  selector: 'lotse-export-list',
  imports: [ExportMenu],
  template: `
    @if (session.may('referral.export')) {
      <lotse-export-menu buttonClass="button" [label]="t('referral.desk.exportList')" [query]="query()" />
    }
  `,
  host: { class: 'not-on-phone no-print' },
})
export class ExportList {
  protected readonly t = injectText();
  protected readonly session = inject(CurrentSession);
  readonly query = input.required<ExportQuery>();
}
