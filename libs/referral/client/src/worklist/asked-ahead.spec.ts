import { readFileSync } from 'node:fs';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { Box } from '@lotse/referral/model';
import { inboxGroups, sentGroups, type StateGroup } from '../words/state-groups';
import { ReferralRows } from './referral-rows';
import { noFilters, queryFor } from './worklist-filters';

/** What the build makes every browser ask for before the page itself can. */
const ahead = JSON.parse(readFileSync('tools/build/pages-ahead.json', 'utf8')) as Record<string, { answers: string[] }>;

describe('what is asked for ahead is what the page asks for', () => {
  const lists: [address: string, box: Box, groups: readonly StateGroup[]][] = [
    ['eingang', 'inbox', inboxGroups],
    ['zuweisungen', 'sent', sentGroups],
  ];

  it.each(lists)('/%s', (address, box, groups) => {
    TestBed.configureTestingModule({ providers: provideTestKit() });
    TestBed.runInInjectionContext(() => new ReferralRows(() => queryFor(box, noFilters, groups)));
    TestBed.tick();
    const [asked] = TestBed.inject(HttpTestingController).match(() => true);
    expect(ahead[address]!.answers).toContain(asked!.request.urlWithParams);
  });
});
