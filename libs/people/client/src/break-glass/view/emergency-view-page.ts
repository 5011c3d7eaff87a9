import { Component, computed, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { clockText, Fact, injectText, Language, Loaded, Page, PlainDayPipe, State } from '@lotse/client-kit/ui';
import { readEmergencyFacts, readPerson, type Person } from '@lotse/people/model';
import { Running } from '../running';

/** `/notfall/:id`: what was asked for, and whom to call. */
@Component({
  selector: 'lotse-emergency-view-page',
  imports: [Fact, Loaded, Page, PlainDayPipe, State],
  templateUrl: './emergency-view-page.html',
})
export class EmergencyViewPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly running = inject(Running);
  readonly id = input.required<string>();

  protected readonly facts = this.api.read(readEmergencyFacts, () => ({ params: { id: this.id() } }));
  private readonly personId = computed(() => (this.facts.hasValue() ? this.facts.value().personId : undefined));
  protected readonly person = this.api.read(readPerson, () => {
    const id = this.personId();
    return id ? { params: { id } } : undefined;
  });
  protected readonly lead = computed(() => {
    const item = this.running.items().find(({ id }) => id === this.id());
    return item && this.t('breakGlass.viewLead', { reference: item.reference, time: clockText(item.validUntil, this.language.current()) });
  });

  protected addressOf({ street, postcode }: Person): string {
    return [street, postcode].filter(Boolean).join(', ');
  }

  /** What is hidden was not asked for; what is empty is not on record. */
  protected shown(value: string | null, hidden: readonly string[], part: string): string {
    if (hidden.includes(part)) return this.t('breakGlass.notAsked');
    return value || this.t('breakGlass.none');
  }
}
