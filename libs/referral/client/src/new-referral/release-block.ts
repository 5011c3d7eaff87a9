import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, type Choice, Control, DayField, DayPipe, Field, Icon, injectText, Notice, RadioGroup } from '@lotse/client-kit/ui';
import type { Service } from '@lotse/directory/model';
import { DataPartFields } from '@lotse/people/client';
import { partsNeededForReferral, releaseFormSchema, type DataPart, type Release } from '@lotse/people/model';
import type { ReleasePart } from './referral-draft';

/** 5. What the person agreed to: one recipient, one purpose, parts of the data, an end. Consent is never preset. */
@Component({
  selector: 'lotse-release-block',
  imports: [Checkbox, Control, DataPartFields, DayField, DayPipe, Field, FormField, Icon, Notice, RadioGroup],
  templateUrl: './release-block.html',
  styles: `
    .to {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
      font-weight: 650;
      font-size: var(--text-large);
    }
  `,
})
export class ReleaseBlock {
  protected readonly t = injectText();
  protected readonly needed = partsNeededForReferral;

  readonly part = input.required<FieldTree<ReleasePart>>();
  readonly recipient = input<Service | undefined>();
  /** A release for the recipient that is in force already. */
  readonly standing = input<Release | undefined>();
  /** The parts in which something was written or is known; what of it stays hidden is said. */
  readonly filled = input<readonly DataPart[]>([]);
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();

  protected readonly forms = computed<Choice[]>(() =>
    releaseFormSchema.options.map((value) => ({ value, label: this.t(`referral.releaseForm.${value}`) })),
  );
  protected readonly agreed = computed(() => {
    const recipient = this.recipient();
    return recipient !== undefined && this.part().agreedFor().value() === recipient.organisationId;
  });
  protected readonly hiddenHints = computed(() =>
    (['contact', 'medication', 'risk', 'notes'] as const)
      .filter((part) => this.filled().includes(part) && !this.part().furtherParts().value().includes(part))
      .map((part) => `${part}Hidden`),
  );

  protected agree(agreed: boolean): void {
    this.part()
      .agreedFor()
      .value.set(agreed ? (this.recipient()?.organisationId ?? null) : null);
  }
}
