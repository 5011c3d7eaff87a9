import { NgComponentOutlet } from '@angular/common';
import { Component, inject, InjectionToken, input, resource, type Type } from '@angular/core';
import { CurrentSession } from '@lotse/identity/client';

/** What another room says beside a service: a component that takes `serviceId`, for those who hold the permission. */
export interface BesideService {
  readonly permission: string;
  readonly load: () => Promise<Type<unknown>>;
}

/** All of all rooms; provide with `multi: true`. */
export const BESIDE_SERVICE = new InjectionToken<readonly BesideService[]>('BESIDE_SERVICE');

/** What other rooms say about a service. Nobody waits for it, and what cannot be loaded is left out. */
@Component({
  selector: 'lotse-beside-service',
  imports: [NgComponentOutlet],
  template: `
    @for (one of loaded.value(); track one) {
      <ng-container *ngComponentOutlet="one; inputs: { serviceId: serviceId() }" />
    }
  `,
})
export class BesideServiceMarks {
  readonly serviceId = input.required<string>();
  private readonly session = inject(CurrentSession);
  private readonly others = (inject(BESIDE_SERVICE, { optional: true }) ?? []).filter(({ permission }) => this.session.may(permission));
  protected readonly loaded = resource({
    loader: async () => {
      const found = await Promise.allSettled(this.others.map(({ load }) => load()));
      return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    defaultValue: [],
  });
}
