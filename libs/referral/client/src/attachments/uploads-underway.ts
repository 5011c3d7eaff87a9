import { Component, inject, input } from '@angular/core';
import { Icon, injectProblemText, injectText, Language, Toasts } from '@lotse/client-kit/ui';
import { attachmentsTexts } from './attachments-texts';
import { sizeText } from './size-text';
import { Uploads, type Upload } from './uploads';

/** Files on their way: how far each is, going on with one that failed, giving one up. */
@Component({
  selector: 'lotse-uploads-underway',
  imports: [Icon],
  styleUrl: './files.css',
  // What says nothing takes no room, and is still there to be heard when it does.
  host: { '[class.visually-hidden]': 'uploads().length === 0' },
  template: `
    <div aria-live="polite">
      @if (uploads().length > 0) {
        <ul class="files">
          @for (upload of uploads(); track upload.key) {
            <li>
              <lotse-icon name="paperclip" [size]="16" />
              <div class="what">
                <span class="name">{{ upload.file.name }}</span>
                @if (upload.state === 'failed' && upload.problem) {
                  <span class="small">{{ problemText(upload.problem) }}</span>
                } @else {
                  <progress
                    [attr.max]="upload.file.size"
                    [value]="upload.uploaded"
                    [attr.aria-label]="t('attachments.progressOf', { name: upload.file.name })"
                  ></progress>
                  <span class="muted small">{{ howFar(upload) }}</span>
                }
              </div>
              @if (upload.state === 'failed') {
                <button type="button" class="button is-small" (click)="again(upload)">{{ t('attachments.again') }}</button>
              }
              <button
                type="button"
                class="button icon-button"
                [attr.aria-label]="t('attachments.cancelOf', { name: upload.file.name })"
                (click)="cancel(upload)"
              >
                <lotse-icon name="x" [size]="16" />
              </button>
            </li>
          }
        </ul>
      }
    </div>
  `,
})
export class UploadsUnderway {
  protected readonly t = injectText('attachments', attachmentsTexts);
  protected readonly problemText = injectProblemText();
  private readonly all = inject(Uploads);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  readonly uploads = input.required<readonly Upload[]>();

  protected howFar({ state, uploaded, file }: Upload): string {
    const [part, whole] = [uploaded, file.size].map((bytes) => sizeText(bytes, this.language.current()));
    return this.t(state === 'waiting' ? 'attachments.waiting' : 'attachments.progress', { part, whole });
  }

  protected again({ key }: Upload): void {
    void this.all.again(key);
  }

  protected async cancel({ key, file }: Upload): Promise<void> {
    await this.all.cancel(key);
    this.toasts.show(this.t('attachments.cancelled', { name: file.name }));
  }
}
