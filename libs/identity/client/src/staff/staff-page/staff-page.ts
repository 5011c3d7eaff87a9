import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Failure, Icon, injectText, Loaded, Page, State, Toasts } from '@lotse/client-kit/ui';
import { reactivateStaff, readInvitations, readStaff, resendInvitation, revokeInvitation, sendNewAccess } from '@lotse/identity/model';
import { DisableDialog } from '../dialogs/disable-dialog';
import { MemberDialog } from '../dialogs/member-dialog';
import { ResetSecondFactorDialog } from '../dialogs/reset-second-factor-dialog';
import { type LinkOnItsWay, LinkNote } from '../link/link-note';
import { StaffFilter } from './staff-filter';
import { fitting, rolesIn, rowsOf, type StaffFilters, type StaffRow } from './staff-rows';
import { type StaffAct, StaffTable } from './staff-table';

/** What is done at once, without a dialog. */
type SentAct = Exclude<StaffAct['act'], 'change' | 'disable' | 'resetSecondFactor'>;

/** `/verwaltung/nutzer`: who works in the own organisation, what they may, and whether they can still get in. */
@Component({
  selector: 'lotse-staff-page',
  imports: [DisableDialog, Failure, Icon, LinkNote, Loaded, MemberDialog, Page, ResetSecondFactorDialog, StaffFilter, StaffTable, State],
  template: `
    <lotse-page [title]="t('staff.title')" [lead]="t('staff.lead')">
      <ng-container pageActs>
        <button type="button" class="button is-filled" (click)="invite()">
          <lotse-icon name="user-plus" [size]="18" />{{ t('staff.invite.open') }}
        </button>
      </ng-container>
      <lotse-link-note [way]="way()" (dismiss)="way.set(undefined)" />
      @if (problem(); as found) {
        <lotse-failure [problem]="found" />
      }
      <lotse-staff-filter [filters]="filters()" [roles]="roles()" (filter)="show($event)" />
      <lotse-state
        [of]="staff"
        [empty]="staff.hasValue() && found().length === 0"
        [emptiness]="isFiltered() ? 'filtered' : 'none'"
        [emptyText]="isFiltered() ? undefined : t('staff.empty')"
      >
        <ng-template [lotseLoaded]="staff">
          <lotse-staff-table [rows]="found()" (act)="act($event)" />
        </ng-template>
      </lotse-state>
    </lotse-page>
    <lotse-member-dialog [(open)]="writing" [row]="chosen()" (done)="done($event)" />
    <lotse-disable-dialog [(open)]="disabling" [row]="chosen()" (done)="done(undefined)" />
    <lotse-reset-second-factor-dialog [(open)]="resetting" [row]="chosen()" (done)="done(undefined)" />
  `,
})
export class StaffPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly text = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();
  protected readonly filters = computed<StaffFilters>(() => ({
    text: this.text() ?? '',
    role: this.role() ?? '',
    state: this.state() ?? '',
  }));
  protected readonly staff = this.api.read(readStaff, () => ({}));
  private readonly invitations = this.api.read(readInvitations, () => ({}));
  private readonly rows = computed(() =>
    rowsOf(this.staff.hasValue() ? this.staff.value().items : [], this.invitations.hasValue() ? this.invitations.value().items : []),
  );
  protected readonly roles = computed(() => rolesIn(this.rows()));
  protected readonly found = computed(() => fitting(this.rows(), this.filters()));
  protected readonly isFiltered = computed(() => Object.values(this.filters()).some((value) => value !== ''));

  protected readonly chosen = signal<StaffRow | undefined>(undefined);
  protected readonly writing = signal(false);
  protected readonly disabling = signal(false);
  protected readonly resetting = signal(false);
  protected readonly way = signal<LinkOnItsWay | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected show(filters: StaffFilters): void {
    const queryParams = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected invite(): void {
    this.chosen.set(undefined);
    this.writing.set(true);
  }

  protected act({ act, row }: StaffAct): void {
    this.chosen.set(row);
    if (act === 'change') this.writing.set(true);
    else if (act === 'disable') this.disabling.set(true);
    else if (act === 'resetSecondFactor') this.resetting.set(true);
    else void this.send(act, row);
  }

  protected done(way: LinkOnItsWay | undefined): void {
    this.way.set(way);
    this.problem.set(undefined);
    this.staff.reload();
    this.invitations.reload();
  }

  private async send(act: SentAct, row: StaffRow): Promise<void> {
    try {
      this.done(await this.run(act, row));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.staff.reload();
      this.invitations.reload();
    }
  }

  private async run(act: SentAct, row: StaffRow): Promise<LinkOnItsWay | undefined> {
    const params = { id: row.id };
    switch (act) {
      case 'resend':
        return { ...(await this.api.send(resendInvitation, { params, body: {} })), email: row.email };
      case 'newAccess':
        return { ...(await this.api.send(sendNewAccess, { params, body: {} })), email: row.email };
      case 'revoke':
        await this.api.send(revokeInvitation, { params, body: {}, version: row.invitation!.version });
        this.toasts.show(this.t('staff.revoked', { name: row.displayName }));
        return undefined;
      case 'reactivate':
        await this.api.send(reactivateStaff, { params, body: {}, version: row.member!.version });
        this.toasts.show(this.t('staff.reactivated', { name: row.displayName }));
        return undefined;
    }
  }
}
