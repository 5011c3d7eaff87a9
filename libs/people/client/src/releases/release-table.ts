import { Component, computed, inject, input, output } from '@angular/core';
import { Chip, Icon, injectText, Language, PlainDayPipe, Table } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import type { Release } from '@lotse/people/model';
import { CurrentSession } from '@lotse/identity/client';
import { inOrder } from '../parts/in-order';
import { stateOf, toneOf } from './release-state';

/** Releases, one line each: to whom, what, until when. */
@Component({
  selector: 'lotse-release-table',
  imports: [Chip, Icon, PlainDayPipe, Table],
  templateUrl: './release-table.html',
  styles: `
    :is(td, th) {
      vertical-align: top;
    }
    .parts {
      max-inline-size: 60ch;
    }
    @media screen and (min-width: 701px) {
      td:nth-child(2) {
        inline-size: 60%;
      }
    }
    .end {
      display: grid;
      gap: var(--space-1);
      justify-items: start;
      white-space: nowrap;
    }
  `,
})
export class ReleaseTable {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);
  readonly releases = input.required<readonly Release[]>();
  /** What the table shows, for those who cannot see it. */
  readonly caption = input.required<string>();
  readonly revoke = output<Release>();

  protected readonly rows = computed(() => {
    const today = calendarDayOf(new Date());
    const names = new Intl.ListFormat(this.language.current(), { type: 'conjunction' });
    const own = this.session.session()?.organisation.id;
    return this.releases().map((release) => {
      const state = stateOf(release, today);
      const isOwn = release.discloserOrganisationId === own;
      return {
        release,
        state,
        tone: toneOf[state],
        isOwn,
        parts: names.format(inOrder(release.dataParts).map((part) => this.t(`people.dataPart.${part}`))),
        end: release.revokedAt ?? release.validUntil,
        mayRevoke: isOwn && release.revokedAt === null && state !== 'expired' && this.session.may('release.revoke'),
      };
    });
  });
}
