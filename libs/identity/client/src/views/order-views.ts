import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Dialog, Failure, Field, Icon, injectText, Toasts } from '@lotse/client-kit/ui';
import { changeView, deleteView, type SavedView, saveView } from '@lotse/identity/model';

/** Renames, shares and deletes views. */
@Component({
  selector: 'lotse-order-views',
  imports: [Control, Dialog, Failure, Field, Icon],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('identity.views.orderHeading')">
      @if (problem(); as found) {
        <lotse-failure [problem]="found" />
      }
      <ul class="rows">
        @for (view of views(); track view.id) {
          <li class="row">
            @if (renaming() === view.id) {
              <form class="row-form" (submit)="rename(view, $event)">
                <lotse-field [label]="t('identity.views.name')" [name]="'name-' + view.id">
                  <input
                    lotseControl
                    type="text"
                    autocomplete="off"
                    maxlength="60"
                    [value]="name()"
                    (input)="name.set($any($event.target).value)"
                  />
                </lotse-field>
                <button type="submit" class="button">{{ t('identity.views.saveAct') }}</button>
              </form>
            } @else {
              <div class="row-what">
                <strong>{{ view.name }}</strong>
                <span class="muted small">{{ whose(view) }}</span>
              </div>
              <div class="cluster">
                @if (view.mayChange) {
                  <button type="button" class="button is-text is-small" (click)="begin(view)" [attr.aria-label]="named('rename', view)">
                    {{ t('identity.views.rename') }}
                  </button>
                }
                @if (!view.isShared) {
                  <button
                    type="button"
                    class="button is-text is-small"
                    (click)="change(view, { isShared: true })"
                    [attr.aria-label]="named('share', view)"
                  >
                    {{ t('identity.views.share') }}
                  </button>
                } @else if (view.isOwn) {
                  <button
                    type="button"
                    class="button is-text is-small"
                    (click)="change(view, { isShared: false })"
                    [attr.aria-label]="named('unshare', view)"
                  >
                    {{ t('identity.views.unshare') }}
                  </button>
                }
                @if (view.mayChange) {
                  <button type="button" class="button is-text is-small" (click)="remove(view)" [attr.aria-label]="named('remove', view)">
                    <lotse-icon name="trash" [size]="16" />{{ t('identity.views.remove') }}
                  </button>
                }
              </div>
            }
          </li>
        } @empty {
          <li class="muted">{{ t('identity.views.none') }}</li>
        }
      </ul>
    </lotse-dialog>
  `,
})
export class OrderViews {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  readonly views = input.required<readonly SavedView[]>();
  /** Something is different on the server now. */
  readonly changed = output();

  protected readonly renaming = linkedSignal<boolean, string | undefined>({ source: this.open, computation: () => undefined });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly name = signal('');

  protected whose({ isShared, isOwn, savedBy }: SavedView): string {
    if (!isShared) return this.t('identity.views.own');
    return isOwn ? this.t('identity.views.team') : this.t('identity.views.teamBy', { name: savedBy });
  }

  protected named(act: string, { name }: SavedView): string {
    return `${this.t(`identity.views.${act}`)}: ${name}`;
  }

  protected begin(view: SavedView): void {
    this.name.set(view.name);
    this.renaming.set(view.id);
  }

  protected async rename(view: SavedView, event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (name !== '' && (await this.change(view, { name }))) this.renaming.set(undefined);
  }

  protected change({ id }: SavedView, body: { name?: string; isShared?: boolean }): Promise<boolean> {
    return this.attempt(() => this.api.send(changeView, { params: { id }, body }));
  }

  protected async remove(view: SavedView): Promise<void> {
    const { id, page, name, query, isShared } = view;
    const gone = await this.attempt(() => this.api.send(deleteView, { params: { id }, body: {} }));
    if (!gone) return;
    const bringBack = () => this.attempt(() => this.api.send(saveView, { body: { page, name, query, isShared } }));
    this.toasts.show(this.t('identity.views.removed', { name }), () => void bringBack());
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(undefined);
    try {
      await work();
      this.changed.emit();
      return true;
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      return false;
    }
  }
}
