import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import { Chip, Icon, Loaded, Notice, Page, State, Table } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readWhoWouldFit, type WaitingListEntry } from '@lotse/waiting-list/model';
import { rankSentence } from '../words/rank-sentence';
import { spokenName } from '../words/spoken-name';
import { injectFreeSlotWords } from './free-slot-words';

/** `/freie-plaetze/:slot`: whom of the own lists a free slot of another clinic would fit, and whether they may be handed on. */
@Component({
  selector: 'lotse-who-would-fit-page',
  imports: [Chip, Icon, Loaded, Notice, Page, RouterLink, State, Table],
  templateUrl: './who-would-fit-page.html',
})
export class WhoWouldFitPage {
  protected readonly words = injectFreeSlotWords();
  protected readonly t = this.words.t;
  private readonly session = inject(CurrentSession);
  protected readonly spoken = spokenName;
  readonly slot = input.required<string>();
  protected readonly found = inject(Api).read(readWhoWouldFit, () => ({ params: { id: this.slot() } }));
  protected readonly mayHandOn = () => this.session.may('referral.redirect');
  protected sentenceOf = (entry: WaitingListEntry): string => rankSentence(this.t, entry);
}
