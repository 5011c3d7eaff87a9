import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, Live } from '@lotse/client-kit/api';
import { DeadlineRibbon, Icon, injectText, Loaded, State } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readReferrals, type Box, type ReferralRow } from '@lotse/referral/model';
import { StateChip } from '../marks/state-chip';
import { referralTexts } from '../referral-texts';
import { County } from '../words/county';
import { inboxGroups } from '../words/state-groups';
import { ReferralCounts } from './referral-counts';

const most = 7;
/** What waits for an answer; slot offers are the waiting list's to tell. */
const states = { inbox: inboxGroups[0]?.states.join(','), sent: 'draft,info_requested,returned,outcome_sent' };

/** What is due: at most seven referrals that wait for the own organisation, the earliest date first. */
@Component({
  selector: 'lotse-due-referrals',
  imports: [DeadlineRibbon, Icon, Loaded, RouterLink, State, StateChip],
  templateUrl: './due-referrals.html',
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-block-start: 1px solid var(--hairline);
    }
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto minmax(9rem, 12rem);
      align-items: center;
      gap: var(--space-1) var(--space-4);
      padding-block: var(--space-3);
      color: inherit;
      text-decoration: none;
    }
    .name {
      font-weight: 650;
    }
    .row:hover .name {
      text-decoration: underline;
    }
    .why {
      display: block;
      color: var(--muted);
      font-size: var(--text-small);
    }
    @media screen and (max-width: 700px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DueReferrals {
  protected readonly t = injectText('referral', referralTexts);
  protected readonly county = inject(County);
  private readonly session = inject(CurrentSession);

  protected readonly box = computed<Box>(() =>
    this.session.may('referral.accept') || this.session.may('referral.acknowledge') ? 'inbox' : 'sent',
  );
  protected readonly list = inject(Api).read(readReferrals, () => ({
    query: { box: this.box(), mine: 'true', sort: 'due', limit: most, state: states[this.box()] },
  }));

  constructor() {
    inject(ReferralCounts).refresh();
    inject(Live).onChange('referral', () => this.list.reload());
  }

  protected linkOf({ id, state }: ReferralRow): string[] {
    if (this.box() === 'inbox') return ['/eingang'];
    return state === 'draft' ? ['/zuweisungen', id, 'bearbeiten'] : ['/zuweisungen', id];
  }
}
