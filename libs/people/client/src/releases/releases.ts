import { Component, computed, inject, input, signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { Icon, injectText, Loaded, State, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { calendarDayOf } from '@lotse/kernel';
import { readReleases, type Release } from '@lotse/people/model';
import { RecordRelease } from '../record-release/record-release';
import { RevokeRelease } from '../revoke-release/revoke-release';
import { parted } from './release-state';
import { ReleaseTable } from './release-table';

/** What somebody agreed to: to whom, what of their data, until when; what ends soon first, what has ended apart. */
@Component({
  selector: 'lotse-releases',
  imports: [Icon, Loaded, RecordRelease, ReleaseTable, RevokeRelease, State],
  templateUrl: './releases.html',
  styles: `
    .panel-head {
      flex-wrap: wrap;
      gap: var(--space-3);
    }
    details {
      padding: var(--space-3) var(--space-4) var(--space-4);
    }
    summary {
      cursor: pointer;
      min-block-size: 24px;
    }
  `,
})
export class Releases {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  readonly personId = input.required<string>();
  readonly personName = input.required<string>();
  readonly birthDate = input.required<string>();
  protected readonly releases = inject(Api).read(readReleases, () => ({ params: { id: this.personId() } }));
  protected readonly parted = computed(() =>
    parted<Release>(this.releases.hasValue() ? this.releases.value().items : [], calendarDayOf(new Date())),
  );
  protected readonly mayRecord = computed(() => this.session.may('release.record'));
  protected readonly recording = signal(false);
  protected readonly revoking = signal<Release | undefined>(undefined);

  constructor() {
    inject(Live).onChange('release', () => this.releases.reload());
  }

  protected recorded(count: number): void {
    this.toasts.show(this.t('people.record.done', { count }));
    this.releases.reload();
  }

  protected revoked(release: Release): void {
    this.revoking.set(undefined);
    this.toasts.show(this.t('people.revoke.done', { name: release.recipientOrganisationName }));
    this.releases.reload();
  }
}
