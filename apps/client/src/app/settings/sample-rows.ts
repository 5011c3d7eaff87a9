import { Component } from '@angular/core';
import { Chip, injectText, Table } from '@lotse/client-kit/ui';

/** Three rows as in a list, so that one sees what a density means. Nobody in them exists. */
@Component({
  selector: 'lotse-sample-rows',
  imports: [Chip, Table],
  template: `
    <figure class="sample">
      <figcaption class="small muted">{{ t('settings.sample.caption') }}</figcaption>
      <lotse-table [columns]="[t('settings.sample.person'), t('settings.sample.due')]">
        <tbody>
          @for (row of [1, 2, 3]; track row) {
            <tr>
              <th scope="row" class="cell-main">{{ t('settings.sample.name', { number: row }) }}</th>
              <td [attr.data-label]="t('settings.sample.due')">
                <lotse-chip [tone]="row === 1 ? 'due' : 'done'">{{ t('settings.sample.in', { count: row * 2 }) }}</lotse-chip>
              </td>
            </tr>
          }
        </tbody>
      </lotse-table>
    </figure>
  `,
})
export class SampleRows {
  protected readonly t = injectText();
}
