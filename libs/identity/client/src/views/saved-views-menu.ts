import { Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Api, apiProblemOf } from '@lotse/client-kit/api';
import { Icon, injectProblemText, injectText, Popup, Toasts } from '@lotse/client-kit/ui';
import { changeView, readViews, savedQueryOf, type SavedView } from '@lotse/identity/model';
import { identityTexts } from '../identity-texts';
import { OrderViews } from './order-views';
import { SaveViewDialog } from './save-view-dialog';

/** The views to choose from, to save, rename and delete. */
@Component({
  selector: 'lotse-saved-views-menu',
  imports: [Icon, OrderViews, Popup, SaveViewDialog],
  template: `
    <lotse-popup align="end">
      <ng-container popupButton>
        <lotse-icon name="bookmark" [size]="16" /><span>{{ current()?.name ?? t('identity.views.label') }}</span>
        <lotse-icon name="chevron-down" [size]="16" />
      </ng-container>
      @for (group of groups(); track group.label) {
        <p class="menu-label">{{ t(group.label) }}</p>
        @for (view of group.views; track view.id) {
          <button
            type="button"
            class="menu-item"
            [class.is-current]="view.id === current()?.id"
            [attr.aria-current]="view.id === current()?.id ? 'true' : null"
            (click)="choose(view)"
          >
            {{ view.name }}
          </button>
        }
      } @empty {
        <p class="menu-note muted">{{ t('identity.views.none') }}</p>
      }
      <hr />
      @if (changed(); as view) {
        <button type="button" class="menu-item" (click)="overwrite(view)">
          <lotse-icon name="refresh-cw" [size]="16" />{{ t('identity.views.overwrite', { name: view.name }) }}
        </button>
      }
      <button type="button" class="menu-item" (click)="saving.set(true)">
        <lotse-icon name="plus" [size]="16" />{{ t('identity.views.save') }}
      </button>
      @if (all().length > 0) {
        <button type="button" class="menu-item" (click)="ordering.set(true)">
          <lotse-icon name="pencil" [size]="16" />{{ t('identity.views.order') }}
        </button>
      }
    </lotse-popup>
    <lotse-save-view-dialog [(open)]="saving" [page]="page()" [query]="query()" (saved)="taken($event)" />
    <lotse-order-views [(open)]="ordering" [views]="all()" (changed)="views.reload()" />
  `,
})
export class SavedViewsMenu {
  protected readonly t = injectText('identity', identityTexts);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly problemText = injectProblemText();

  /** The page the views belong to, such as `inbox`. */
  readonly page = input.required<string>();

  protected readonly views = this.api.read(readViews, () => ({ query: { page: this.page() } }));
  protected readonly saving = signal(false);
  protected readonly ordering = signal(false);
  private readonly chosen = signal<string | undefined>(undefined);
  private readonly address = toSignal(this.route.queryParams, { initialValue: {} });

  protected readonly all = computed<readonly SavedView[]>(() => (this.views.hasValue() ? this.views.value().items : []));
  protected readonly query = computed(() => savedQueryOf(this.address()));
  protected readonly groups = computed(() =>
    [
      { label: 'identity.views.own', views: this.all().filter(({ isShared }) => !isShared) },
      { label: 'identity.views.team', views: this.all().filter(({ isShared }) => isShared) },
    ].filter(({ views }) => views.length > 0),
  );
  /** The view that is shown; the one chosen last when two have the same filters. */
  protected readonly current = computed(() => {
    const fitting = this.all().filter(({ query }) => isSame(query, this.query()));
    return fitting.find(({ id }) => id === this.chosen()) ?? fitting[0];
  });
  /** The view chosen last, when filters were changed since. */
  protected readonly changed = computed(() => {
    const view = this.all().find(({ id }) => id === this.chosen());
    return view && !isSame(view.query, this.query()) ? view : undefined;
  });

  protected choose(view: SavedView): void {
    this.chosen.set(view.id);
    void this.router.navigate([], { relativeTo: this.route, queryParams: view.query });
  }

  protected taken(view: SavedView): void {
    this.chosen.set(view.id);
    this.views.reload();
  }

  protected async overwrite({ id, name }: SavedView): Promise<void> {
    try {
      await this.api.send(changeView, { params: { id }, body: { query: this.query() } });
      this.toasts.show(this.t('identity.views.overwritten', { name }));
    } catch (thrown) {
      this.toasts.show(this.problemText(apiProblemOf(thrown)));
    }
    this.views.reload();
  }
}

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(savedQueryOf(one)) === JSON.stringify(savedQueryOf(other));
