import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { apiProblemOf } from '@lotse/client-kit/api';
import { Icon, injectProblemText, injectText, Language, Popup, Toasts } from '@lotse/client-kit/ui';
import { exportFormats, type ExportFormat } from '@lotse/referral/model';
import { fetchFile, keepFile, type ExportQuery } from './fetch-file';

/** Referrals as a file, for people or for programs; says how much has come, and can be stopped. */
@Component({
  selector: 'lotse-export-menu',
  imports: [Icon, Popup],
  template: `
    @if (rows() === undefined) {
      <lotse-popup [buttonClass]="buttonClass()">
        <ng-container popupButton><lotse-icon name="download" [size]="16" />{{ label() }}</ng-container>
        @for (format of formats; track format) {
          <button type="button" class="menu-item" (click)="run(format)">{{ t('referral.desk.exportAs.' + format) }}</button>
        }
      </lotse-popup>
    } @else {
      <span class="cluster" role="status">
        <span class="small">{{ t('referral.desk.exportRows', { count: rows() ?? 0 }) }}</span>
        <button type="button" class="button is-text is-small" (click)="stop()">{{ t('referral.desk.exportStop') }}</button>
      </span>
    }
  `,
})
export class ExportMenu {
  protected readonly t = injectText();
  private readonly problemText = injectProblemText();
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  readonly label = input.required<string>();
  readonly buttonClass = input('button is-small');
  readonly query = input.required<ExportQuery>();

  protected readonly formats = exportFormats;
  /** How many rows have come; nothing while nothing is fetched. */
  protected readonly rows = signal<number | undefined>(undefined);
  private stopping: AbortController | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  protected async run(format: ExportFormat): Promise<void> {
    const stopping = (this.stopping = new AbortController());
    this.rows.set(0);
    try {
      const query = { ...this.query(), format, language: this.language.current() };
      const file = await fetchFile(query, (count) => this.rows.set(count), stopping.signal);
      keepFile(file);
      this.toasts.show(this.t('referral.desk.exportDone', { name: file.name }));
    } catch (thrown) {
      if (!stopping.signal.aborted) this.toasts.show(this.problemText(apiProblemOf(thrown)));
    } finally {
      this.rows.set(undefined);
    }
  }

  protected stop(): void {
    this.stopping?.abort();
  }
}
