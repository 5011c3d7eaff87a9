import { Component, computed, effect, inject, input, linkedSignal, model, signal } from '@angular/core';
import { Api, type ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, Failure, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { findServices, serviceCategorySchema, type Service } from '@lotse/directory/model';
import { calendarDayOf } from '@lotse/kernel';
import { ageOn } from '../words/age';
import { County } from '../words/county';
import { lastUsed } from '../words/last-used';
import { ServiceChoice } from './service-choice';

const typingPause = 250;
const shownAtFirst = 6;

/** 4. Where to: the directory, searched by words and place, nearest first. */
@Component({
  selector: 'lotse-service-block',
  imports: [Control, Failure, Field, Icon, ServiceChoice],
  templateUrl: './service-block.html',
  styles: `
    .results {
      display: grid;
      gap: var(--space-2);
    }
    .search-row {
      grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
    }
    fieldset:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 4px;
      border-radius: var(--radius);
    }
  `,
})
export class ServiceBlock {
  protected readonly t = injectText();
  protected readonly county = inject(County);
  protected readonly categories = serviceCategorySchema.options;
  protected readonly controlId = controlIdOf('serviceId');

  readonly serviceId = model.required<string | null>();
  /** The chosen help offer, when it is known. */
  readonly chosen = input<Service | undefined>();
  /** Where the person lives: distances are measured from there unless somebody says otherwise. */
  readonly home = input('');
  readonly birthDate = input('');
  readonly error = input<string | undefined>();
  readonly problem = input<ApiProblem | undefined>();

  protected readonly typed = signal('');
  private readonly text = signal('');
  protected readonly category = signal('');
  protected readonly municipality = linkedSignal(() => this.home());
  protected readonly all = linkedSignal<unknown, boolean>({
    source: () => [this.text(), this.category(), this.municipality()],
    computation: () => false,
  });
  protected readonly found = inject(Api).read(findServices, () => ({
    query: {
      text: this.text(),
      municipality: this.municipality() || undefined,
      category: (this.category() || undefined) as undefined,
      limit: 50,
    },
  }));
  private readonly usedLast = lastUsed('service');
  /** Only those that take referrals here, what was chosen last before the others; the rest have a phone number in the directory. */
  private readonly takers = computed(() => {
    const found = this.found.hasValue() ? this.found.value().items : [];
    const takers = found.filter(({ acceptsReferrals }) => acceptsReferrals);
    return [...takers.filter(({ id }) => this.isUsedLast(id)), ...takers.filter(({ id }) => !this.isUsedLast(id))];
  });
  protected readonly offers = computed<Service[]>(() => {
    const chosen = this.chosen();
    const found = this.all() ? this.takers() : this.takers().slice(0, shownAtFirst);
    return chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  });
  protected readonly hidden = computed(() => Math.max(0, this.takers().length - shownAtFirst));
  protected readonly age = computed(() => (this.birthDate() ? ageOn(this.birthDate(), calendarDayOf(new Date())) : undefined));

  protected isUsedLast(id: string): boolean {
    return this.usedLast.includes(id);
  }

  constructor() {
    effect((onCleanup) => {
      const typed = this.typed();
      const timer = setTimeout(() => this.text.set(typed.trim()), typingPause);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
