import { Component } from '@angular/core';
import { Chip, injectText } from '@lotse/client-kit/ui';

/** Three rows as in a list, so that one sees what a density means. Nobody in them exists. */
@Component({
  selector: 'lotse-sample-rows',
  imports: [Chip],
  template: `
    <figure class="sample">
      <figcaption class="small muted">{{ t('settings.sample.caption') }}</figcaption>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ t('settings.sample.person') }}</th>
              <th scope="col">{{ t('settings.sample.due') }}</th>
            </tr>
          </thead>
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
        </table>
      </div>
    </figure>
  `,
})
export class SampleRows {
  protected readonly t = injectText();
}
