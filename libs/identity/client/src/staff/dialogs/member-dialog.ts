import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Control, Field, FormDialog, injectFieldText, injectText, Toasts } from '@lotse/client-kit/ui';
import { changeStaff, givableRoles, inviteStaff, type Role } from '@lotse/identity/model';
import { CurrentSession } from '../../current-session';
import type { LinkOnItsWay } from '../link/link-note';
import type { StaffRow } from '../staff-page/staff-rows';
import { RoleChoice } from './role-choice';

/** Invites somebody, or changes the name and the roles of somebody who is here. What was typed stays when it is refused. */
@Component({
  selector: 'lotse-member-dialog',
  imports: [Control, Field, FormDialog, RoleChoice],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t(row() ? 'staff.member.change' : 'staff.invite.heading')"
      [act]="t(row() ? 'staff.member.save' : 'staff.invite.send')"
      [busy]="busy()"
      [problem]="problem()"
      (send)="save()"
    >
      @if (!row()) {
        <p class="muted">{{ t('staff.invite.lead') }}</p>
      }
      <lotse-field [label]="t('staff.member.name')" name="displayName" [problem]="problem()" [error]="missing('name')">
        <input lotseControl type="text" autocomplete="off" maxlength="120" [value]="name()" (input)="name.set(valueOf($event))" />
      </lotse-field>
      @if (!row()) {
        <lotse-field [label]="t('staff.member.email')" name="email" [problem]="problem()" [error]="missing('email')">
          <input lotseControl type="email" autocomplete="off" maxlength="200" [value]="email()" (input)="email.set(valueOf($event))" />
        </lotse-field>
      }
      <lotse-role-choice [roles]="givable()" [(chosen)]="roles" [error]="roleError()" />
    </lotse-form-dialog>
  `,
})
export class MemberDialog {
  protected readonly t = injectText();
  private readonly fieldText = injectFieldText();
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);

  readonly open = model(false);
  /** Whom to change; somebody new without. */
  readonly row = input<StaffRow>();
  /** Afterwards; with how the link got on its way when somebody was invited. */
  readonly done = output<LinkOnItsWay | undefined>();

  protected readonly name = linkedSignal<boolean, string>({ source: this.open, computation: () => this.row()?.displayName ?? '' });
  protected readonly email = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly roles = linkedSignal<boolean, readonly Role[]>({ source: this.open, computation: () => this.row()?.roles ?? [] });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  private readonly tried = linkedSignal<boolean, boolean>({ source: this.open, computation: () => false });
  protected readonly busy = signal(false);

  /** What can be given here, and what this person has already. */
  protected readonly givable = computed<Role[]>(() => {
    const session = this.session.session();
    if (!session) return [];
    return [...new Set([...givableRoles(session.organisation.kind, session.staff.roles), ...(this.row()?.roles ?? [])])];
  });
  protected readonly roleError = computed(() => {
    const refused = this.problem()?.field('roles');
    return refused ? this.fieldText(refused) : this.missing('roles');
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected missing(field: 'name' | 'email' | 'roles'): string | undefined {
    const isMissing = { name: this.name().trim() === '', email: this.email().trim() === '', roles: this.roles().length === 0 }[field];
    return this.tried() && isMissing ? this.t(`staff.member.missing.${field}`) : undefined;
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const isComplete = this.name().trim() !== '' && this.roles().length > 0 && (this.row() || this.email().trim() !== '');
    if (!isComplete || this.busy()) return;
    this.busy.set(true);
    try {
      this.done.emit(await this.send());
      this.open.set(false);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private async send(): Promise<LinkOnItsWay | undefined> {
    const [displayName, roles, row] = [this.name().trim(), [...this.roles()], this.row()];
    if (row?.member) {
      await this.api.send(changeStaff, { params: { id: row.id }, version: row.member.version, body: { displayName, roles } });
      this.toasts.show(this.t('staff.member.saved', { name: displayName }));
      return undefined;
    }
    const email = this.email().trim();
    return { ...(await this.api.send(inviteStaff, { body: { displayName, email, roles } })), email };
  }
}
