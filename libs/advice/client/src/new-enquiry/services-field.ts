import { Component, computed, inject, input, model } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Chip, injectText, Language, type Tone } from '@lotse/client-kit/ui';
import { findServices, type Service } from '@lotse/directory/model';
import { CurrentSession } from '@lotse/identity/client';
import { readRegion } from '@lotse/region/model';

const most = 12;
const tones: Readonly<Record<Service['capacity'], Tone>> = {
  capacity: 'done',
  waiting_list: 'due',
  no_capacity: 'overdue',
  assessment_required: 'info',
};

/** Which services are asked: those of the kind that is looked for, the nearest first; several, or one. */
@Component({
  selector: 'lotse-services-field',
  imports: [Chip],
  template: `
    <fieldset id="field-serviceIds" tabindex="-1">
      <legend class="field-label">{{ t(single() ? 'advice.new.service' : 'advice.new.services') }}</legend>
      @if (error(); as error) {
        <p class="field-error">{{ error }}</p>
      }
      @if (offers(); as offers) {
        <ul>
          @for (offer of offers; track offer.id) {
            <li>
              <label class="choice">
                <input
                  [type]="single() ? 'radio' : 'checkbox'"
                  name="serviceIds"
                  [checked]="chosen().includes(offer.id)"
                  [disabled]="!single() && !chosen().includes(offer.id) && chosen().length >= most"
                  (change)="toggle(offer.id)"
                />
                <span class="choice-label">
                  <span class="top"
                    ><strong>{{ offer.name }}</strong
                    ><lotse-chip [tone]="tones[offer.capacity]">{{ t('directory.capacity.' + offer.capacity) }}</lotse-chip></span
                  >
                  <span class="choice-hint">{{ offer.organisationName }} · {{ place(offer) }}</span>
                </span>
              </label>
            </li>
          } @empty {
            <li class="muted">{{ t('advice.new.noServices') }}</li>
          }
        </ul>
      } @else {
        <p class="muted small">{{ t('advice.new.servicesLater') }}</p>
      }
    </fieldset>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    .choice {
      inline-size: 100%;
    }
    .choice-label {
      flex: 1;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-1) var(--space-3);
    }
  `,
})
export class ServicesField {
  protected readonly t = injectText();
  protected readonly most = most;
  protected readonly tones = tones;
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);

  readonly single = input(false);
  /** The kind of help; every kind while nothing is chosen, where one is asked for advice. */
  readonly category = input('');
  readonly postcode = input('');
  readonly text = input('');
  readonly error = input<string>();
  readonly chosen = model<readonly string[]>([]);

  private readonly region = this.api.read(readRegion, () => ({}));
  /** Distances are measured from the municipality of the postcode. */
  private readonly municipality = computed(() => {
    const found = this.region.hasValue()
      ? this.region.value().municipalities.find(({ postcode }) => postcode === this.postcode())
      : undefined;
    return found?.ags;
  });
  private readonly found = this.api.read(findServices, () => {
    if (!this.single() && this.category() === '') return undefined;
    const [category, municipality, text] = [this.category() as Service['category'] | '', this.municipality(), this.text().trim()];
    return {
      query: { limit: 20, ...(category ? { category } : {}), ...(municipality ? { municipality } : {}), ...(text ? { text } : {}) },
    };
  });
  protected readonly offers = computed(() => {
    if (!this.found.hasValue()) return undefined;
    const own = this.session.session()?.organisation.id;
    return this.found.value().items.filter(({ organisationId }) => organisationId !== own);
  });

  protected toggle(id: string): void {
    if (this.single()) return this.chosen.set([id]);
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected place({ municipality, distanceKm }: Service): string {
    if (distanceKm === null) return municipality;
    const km = new Intl.NumberFormat(this.language.current(), { maximumFractionDigits: distanceKm < 10 ? 1 : 0 }).format(distanceKm);
    return `${municipality} · ${this.t('directory.km', { km })}`;
  }
}
