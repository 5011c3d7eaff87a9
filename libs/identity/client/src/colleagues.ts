import { computed, inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import type { Colleague } from '@lotse/identity/model';
import { CurrentSession } from './current-session';
import { IdentityModel } from './identity-model';

/** Who works in the own organisation: whom work can be assigned to. Read when it is first needed. */
@Service()
export class Colleagues {
  private readonly session = inject(CurrentSession);
  private readonly model = inject(IdentityModel);
  /** For `<lotse-state>`; `items()` where an empty list will do while it is on its way. */
  readonly resource = inject(Api).read(
    () => this.model.loaded()?.readColleagues,
    () => (this.session.session() ? {} : undefined),
  );

  readonly items = computed<readonly Colleague[]>(() => (this.resource.hasValue() ? this.resource.value().items : []));
  private readonly names = computed(() => new Map(this.items().map(({ id, displayName }) => [id, displayName])));

  /** The name of a colleague; undefined for somebody of another organisation, or who has left. */
  nameOf(staffId: string): string | undefined {
    return this.names().get(staffId);
  }
}
