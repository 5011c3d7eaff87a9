import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, apiProblemOf, Live, type ApiProblem } from '@lotse/client-kit/api';
import {
  Announcer,
  Chip,
  Failure,
  Icon,
  injectText,
  Loaded,
  MomentTextPipe,
  Notice,
  Page,
  RadioGroup,
  State,
  type Tone,
} from '@lotse/client-kit/ui';
import {
  discardImport,
  importAtMost,
  readImport,
  readImports,
  startImport,
  stopImport,
  type ImportField,
  type ImportState,
  type ReferralImport,
} from '@lotse/referral/model';
import { BringRows, rowsOf } from './bring-rows';
import { ChooseColumns } from './choose-columns';
import { ImportProblems } from './import-problems';
import { tableFrom, type Table } from './read-table';

const tones: Readonly<Record<ImportState, Tone>> = { open: 'due', running: 'info', stopped: 'paused', done: 'done', discarded: 'plain' };

/** `/zuweisungen/einlesen`: a table of referrals: choose it, say what its columns hold, look at what is wrong, take it over. */
@Component({
  selector: 'lotse-import-page',
  imports: [ChooseColumns, Chip, Failure, Icon, ImportProblems, Loaded, MomentTextPipe, Notice, Page, RadioGroup, RouterLink, State],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly bringing = inject(BringRows);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  /** The table that is looked at, in the address, so that one can come back to it. */
  readonly tabelle = input<string>();

  protected readonly tones = tones;
  protected readonly table = signal<Table | undefined>(undefined);
  protected readonly unreadable = signal<'empty' | 'too-long' | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  /** How many rows have been checked, while they are. */
  protected readonly checked = signal<number | undefined>(undefined);
  protected readonly how = signal('');
  protected readonly choices = computed(() =>
    (['draft', 'send'] as const).map((value) => ({
      value,
      label: this.t(`importReferrals.how.${value}`),
      hint: this.t(`importReferrals.how.${value}Hint`),
    })),
  );
  protected readonly latest = this.api.read(readImports, () => (this.tabelle() ? undefined : {}));
  protected readonly current = this.api.read(readImport, () => (this.tabelle() ? { params: { id: this.tabelle()! } } : undefined));

  constructor() {
    inject(Live).onChange('referral-import', (change) => {
      if (!change || change.id === this.tabelle()) this.current.reload();
      if (!this.tabelle()) this.latest.reload();
    });
  }

  protected async choose(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    const table = tableFrom(file.name, new Uint8Array(await file.arrayBuffer()));
    this.unreadable.set(!table ? 'empty' : table.rows.length > importAtMost ? 'too-long' : undefined);
    this.table.set(this.unreadable() ? undefined : table);
  }

  /** The trial run: every row is brought and checked, and nothing is created. */
  protected async check(fields: readonly (ImportField | undefined)[]): Promise<void> {
    const table = this.table()!;
    await this.doing(async () => {
      this.checked.set(0);
      const { id } = await this.bringing.begin(table, fields);
      await this.bringing.bring(id, rowsOf(table, fields), (count) => this.checked.set(count));
      await this.router.navigate([], { queryParams: { tabelle: id } });
      this.table.set(undefined);
    });
    this.checked.set(undefined);
  }

  protected start(found: ReferralImport, send = this.how() === 'send'): Promise<void> {
    return this.move(found, () => this.api.send(startImport, { params: { id: found.id }, version: found.version, body: { send } }));
  }

  protected stop(found: ReferralImport): Promise<void> {
    return this.move(found, () => this.api.send(stopImport, { params: { id: found.id }, version: found.version, body: {} }));
  }

  protected discard(found: ReferralImport): Promise<void> {
    return this.move(found, () => this.api.send(discardImport, { params: { id: found.id }, version: found.version, body: {} }));
  }

  protected summary(found: ReferralImport): string {
    const { state, ready, wrong, done, sent } = found;
    return this.t(`importReferrals.summary.${state}`, { ready, wrong, done, sent, drafts: done - sent, of: ready + done });
  }

  private move(found: ReferralImport, act: () => Promise<ReferralImport>): Promise<void> {
    return this.doing(async () => {
      const moved = await act().catch((thrown: unknown) => {
        this.current.reload();
        throw thrown;
      });
      this.current.set(moved);
      this.announcer.say(this.summary({ ...found, ...moved }));
    });
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
