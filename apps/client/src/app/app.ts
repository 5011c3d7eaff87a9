import { NgComponentOutlet } from '@angular/common';
import { Component, inject, resource } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionEnd } from '@lotse/client-kit/api';
import { ToastRegion } from '@lotse/client-kit/ui';
import { loadSignInAgain } from '@lotse/identity/client';

/** The root: the page, what is announced, and the question to sign in again when a session has ended. */
@Component({
  selector: 'lotse-app',
  imports: [NgComponentOutlet, RouterOutlet, ToastRegion],
  template: `
    <router-outlet />
    <lotse-toast-region />
    @if (signInAgain.hasValue()) {
      <ng-container *ngComponentOutlet="signInAgain.value()" />
    }
  `,
})
export class App {
  private readonly sessionEnd = inject(SessionEnd);
  /** Loaded when it is first needed, and kept. */
  protected readonly signInAgain = resource({
    params: () => this.sessionEnd.signInNeeded() || undefined,
    loader: () => loadSignInAgain(),
  });
}
