import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Control, Field, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { findOwnServices } from '@lotse/directory/model';
import { HintEditor } from './hint-editor';
import { InsuranceEditor } from './insurance-editor';
import { QuestionEditor } from './question-editor';

/** `/verwaltung/angebote`: which service stands in the address. */
@Component({
  selector: 'lotse-service-form-page',
  imports: [Control, Field, HintEditor, InsuranceEditor, Loaded, Page, QuestionEditor, State],
  template: `
    <lotse-page [title]="t('serviceForm.title')" [lead]="t('serviceForm.lead')" width="full">
      <lotse-state
        [of]="services"
        [rows]="4"
        [empty]="services.hasValue() && services.value().items.length === 0"
        emptiness="none"
        [emptyText]="t('serviceForm.noServices')"
      >
        <ng-template [lotseLoaded]="services" let-found>
          <div class="filters">
            <lotse-field [label]="t('serviceForm.service')" name="service">
              <select lotseControl class="is-medium" (change)="choose($any($event.target).value)">
                @for (one of found.items; track one.id) {
                  <option [value]="one.id" [selected]="one.id === chosen()">{{ one.name }}</option>
                }
              </select>
            </lotse-field>
          </div>
          @if (chosen(); as id) {
            @for (one of [id]; track one) {
              <lotse-question-editor [serviceId]="one" />
              <lotse-hint-editor [serviceId]="one" />
              <lotse-insurance-editor [serviceId]="one" />
            }
          }
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
  styles: `
    .filters {
      margin-block-end: var(--space-5);
    }
    lotse-hint-editor,
    lotse-insurance-editor {
      display: block;
      margin-block-start: var(--space-6);
    }
  `,
})
export class ServiceFormPage {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  readonly service = input<string | undefined>();
  protected readonly services = inject(Api).read(findOwnServices, () => ({}));
  protected readonly chosen = computed(() => {
    const items = this.services.hasValue() ? this.services.value().items : [];
    return (items.find(({ id }) => id === this.service()) ?? items[0])?.id;
  });

  protected choose(service: string): void {
    void this.router.navigate([], { queryParams: { service } });
  }
}
