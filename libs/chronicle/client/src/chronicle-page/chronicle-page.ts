import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, FurtherPages } from '@lotse/client-kit/api';
import {
  Chip,
  Control,
  Field,
  Icon,
  injectText,
  Language,
  Loaded,
  MomentTextPipe,
  Page,
  RestOfList,
  State,
  Table,
} from '@lotse/client-kit/ui';
import { readChronicle, verbText, type ChronicleLine } from '@lotse/chronicle/model';
import { Colleagues, CurrentSession } from '@lotse/identity/client';
import { SealState } from './seal-state';

const kinds = ['look', 'act', 'refused'] as const;
type Kind = (typeof kinds)[number];

/** `/verwaltung/protokoll`: the lines of the own organisation, newest first. */
@Component({
  selector: 'lotse-chronicle-page',
  imports: [Chip, Control, Field, Icon, Loaded, MomentTextPipe, Page, RestOfList, RouterLink, SealState, State, Table],
  templateUrl: './chronicle-page.html',
  styles: `
    td .button.is-text {
      padding-inline: 0;
    }
  `,
})
export class ChroniclePage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  protected readonly colleagues = inject(Colleagues);

  readonly staff = input<string>();
  readonly person = input<string>();
  readonly kind = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  protected readonly kinds = kinds;

  private readonly filter = computed(() => ({
    staff: this.staff() || undefined,
    person: this.person() || undefined,
    kind: kinds.find((one): one is Kind => one === this.kind()),
    from: this.from() || undefined,
    to: this.to() || undefined,
  }));
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some(Boolean));
  protected readonly first = this.api.read(readChronicle, () => ({ query: this.filter() }));
  protected readonly further = new FurtherPages<ChronicleLine>(this.first, (cursor) =>
    this.api.send(readChronicle, { query: { ...this.filter(), cursor } }),
  );
  protected readonly maySeeAccesses = computed(() => this.session.may('accessReport.read'));

  protected set(name: 'staff' | 'person' | 'kind' | 'from' | 'to', event: Event): void {
    this.show({ [name]: (event.target as HTMLInputElement).value.trim() || null });
  }

  protected reset(): void {
    this.show({ staff: null, person: null, kind: null, from: null, to: null });
  }

  protected show(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** The end of an id, to be told from others on one page. */
  protected shortOf(id: string): string {
    return `P-${id.slice(-6).toUpperCase()}`;
  }

  protected whatOf(line: ChronicleLine): string {
    return verbText(line, this.language.current());
  }

  /** Somebody who was not let in: nobody knows who. */
  protected isAttempt({ staffId, subject, result }: ChronicleLine): boolean {
    return staffId === null && subject === 'staff' && result === 'refused';
  }

  protected basisOf({ basis }: ChronicleLine): string {
    const base = basis?.split(':')[0];
    return base ? this.t(`chronicle.base.${base}`) : '–';
  }
}
