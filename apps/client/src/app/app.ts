import { NgComponentOutlet } from '@angular/common';
import { Component, inject, resource } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionEnd } from '@lotse/client-kit/api';
import { ToastRegion } from '@lotse/client-kit/ui';
import { loadSessionWarning, loadSignInAgain, SessionWatch } from '@lotse/identity/client';

/** The root: the page, what is announced, and the questions around the end of a session. */
@Component({
  selector: 'lotse-app',
  imports: [NgComponentOutlet, RouterOutlet, ToastRegion],
  template: `
    <router-outlet />
    <lotse-toast-region />
    @if (signInAgain.hasValue()) {
      <ng-container *ngComponentOutlet="signInAgain.value()" />
    }
    @if (sessionWarning.hasValue()) {
      <ng-container *ngComponentOutlet="sessionWarning.value()" />
    }
  `,
})
export class App {
  private readonly sessionEnd = inject(SessionEnd);
  private readonly watch = inject(SessionWatch);
  /** Loaded when it is first needed, and kept. */
  protected readonly signInAgain = resource({
    params: () => this.sessionEnd.signInNeeded() || undefined,
    loader: () => loadSignInAgain(),
  });
  protected readonly sessionWarning = resource({
    params: () => this.watch.near() !== undefined || undefined,
    loader: () => loadSessionWarning(),
  });
}
