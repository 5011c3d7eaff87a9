import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, injectText } from '@lotse/client-kit/ui';
import { peopleTexts } from '../people-texts';
import { DoubleMarks } from './double-marks';

/** Says in a list that somebody may be entered twice, as far as the reader may see both, and leads to where they are compared. */
@Component({
  selector: 'lotse-double-mark',
  imports: [Chip, RouterLink],
  template: `
    @if (marks.amountOf(personId()); as count) {
      <a [routerLink]="['/personen', personId()]" [attr.tabindex]="inGrid() ? -1 : null" [attr.title]="t('people.duplicate.markHint')"
        ><lotse-chip tone="due" icon="users">{{ t('people.duplicate.mark', { count }) }}</lotse-chip></a
      >
    }
  `,
  styles: `
    a {
      display: inline-flex;
      color: inherit;
      text-decoration: none;
    }
  `,
})
export class DoubleMark {
  protected readonly t = injectText('people', peopleTexts);
  protected readonly marks = inject(DoubleMarks);
  readonly personId = input.required<string>();
  /** In a grid the row takes the focus; beside it the mark is a link of its own. */
  readonly inGrid = input(false);

  constructor() {
    effect(() => {
      const id = this.personId();
      if (!this.marks.isKnown(id)) untracked(() => this.marks.want(id));
    });
  }
}
