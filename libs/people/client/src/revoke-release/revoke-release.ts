import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Dialog, Failure, Icon, injectText, Loaded, PlainDayPipe, RadioGroup, State } from '@lotse/client-kit/ui';
import { inOrder } from '../parts/in-order';
import { readRevocationEffects, revokeRelease, type DataPart, type Release } from '@lotse/people/model';

type How = 'in_person' | 'phone' | 'letter' | 'electronic';
const ways: readonly How[] = ['in_person', 'phone', 'letter', 'electronic'];

/** Asks before a release is revoked, which cannot be taken back: what ends, what follows, and what was received already. */
@Component({
  selector: 'lotse-revoke-release',
  imports: [Dialog, Failure, Icon, Loaded, PlainDayPipe, RadioGroup, State],
  templateUrl: './revoke-release.html',
  styles: `
    .effects {
      display: grid;
      gap: var(--space-2);
      padding-inline-start: 20px;
      list-style: disc;
    }
    h3 {
      margin-block: var(--space-3) var(--space-2);
    }
    .effects + p {
      margin-block-start: var(--space-2);
    }
  `,
})
export class RevokeRelease {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly release = input.required<Release>();
  readonly revoked = output();
  readonly dismissed = output();
  protected readonly open = signal(true);
  protected readonly effects = this.api.read(readRevocationEffects, () => ({ params: { id: this.release().id } }));
  protected readonly how = signal<string | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly recipient = computed(() =>
    [this.release().recipientOrganisationName, this.release().recipientWithin].filter(Boolean).join(', '),
  );
  protected readonly ways = computed(() => ways.map((value) => ({ value, label: this.t(`people.revoke.how.${value}`) })));

  protected partsOf(parts: readonly DataPart[]): string {
    return inOrder(parts)
      .map((part) => this.t(`people.dataPart.${part}`))
      .join(', ');
  }

  protected async confirm(): Promise<void> {
    this.tried.set(true);
    const how = this.how() as How | null;
    // Nobody confirms what they could not read.
    if (this.busy() || how === null || !this.effects.hasValue()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(revokeRelease, { params: { id: this.release().id }, body: { how }, version: this.release().version });
      this.open.set(false);
      this.revoked.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
