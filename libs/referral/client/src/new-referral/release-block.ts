import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, type Choice, Control, DayField, DayPipe, Field, Icon, injectText, Notice, RadioGroup } from '@lotse/client-kit/ui';
import type { Service } from '@lotse/directory/model';
import { dataPartSchema, partsNeededForReferral, releaseFormSchema, type DataPart, type Release } from '@lotse/people/model';
import type { ReleasePart } from './referral-draft';

/** 5. What the person agreed to: one recipient, one purpose, parts of the data, an end. Consent is never preset. */
@Component({
  selector: 'lotse-release-block',
  imports: [Checkbox, Control, DayField, DayPipe, Field, FormField, Icon, Notice, RadioGroup],
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
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: var(--space-2);
    }
  `,
})
export class ReleaseBlock {
  protected readonly t = injectText();
  protected readonly needed = partsNeededForReferral;
  protected readonly further = dataPartSchema.options.filter((part) => !partsNeededForReferral.includes(part));

  readonly part = input.required<FieldTree<ReleasePart>>();
  readonly recipient = input<Service | undefined>();
  /** A release for the recipient that is in force already. */
  readonly standing = input<Release | undefined>();
  readonly hasMedication = input(false);
  readonly errors = input.required<Readonly<Record<string, string>>>();
  readonly problem = input<ApiProblem | undefined>();

  protected readonly forms = computed<Choice[]>(() =>
    releaseFormSchema.options.map((value) => ({ value, label: this.t(`referral.releaseForm.${value}`) })),
  );
  protected readonly agreed = computed(() => {
    const recipient = this.recipient();
    return recipient !== undefined && this.part().agreedFor().value() === recipient.organisationId;
  });
  protected readonly medicationHidden = computed(() => this.hasMedication() && !this.chosen('medication'));

  protected chosen(part: DataPart): boolean {
    return this.part().furtherParts().value().includes(part);
  }

  protected toggle(part: DataPart, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.part()
      .furtherParts()
      .value.update((parts) => (on ? [...parts, part] : parts.filter((other) => other !== part)));
  }

  protected agree(agreed: boolean): void {
    this.part()
      .agreedFor()
      .value.set(agreed ? (this.recipient()?.organisationId ?? null) : null);
  }
}
