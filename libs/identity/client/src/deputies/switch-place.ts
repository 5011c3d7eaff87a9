import { inject } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { beginActingFor, endActingFor } from '@lotse/identity/model';

/**
 * Changes the place of work. The whole client begins anew: nothing that was read at one place may be seen at the other, and nothing that
 * was begun there be finished here.
 */
export function injectSwitchPlace(): (deputyshipId: string | null) => Promise<void> {
  const api = inject(Api);
  return async (id) => {
    if (id === null) await api.send(endActingFor);
    else await api.send(beginActingFor, { body: { id } });
    location.assign('/start');
  };
}
