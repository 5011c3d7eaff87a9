import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import type { Endpoint } from '@lotse/kernel';
import {
  acceptReferral,
  acknowledgeReferral,
  declineReferral,
  discardReferral,
  movedReferralSchema,
  provideInfo,
  requestInfo,
  startTriage,
  withdrawReferral,
  type MovedReferral,
} from '@lotse/referral/model';
import type { z } from 'zod';
import { waitlistReferral } from './waitlist.contract';

/** What all contracts of moves have in common. */
interface Move extends Endpoint {
  readonly params: typeof startTriage.params;
  readonly body: z.ZodType<object, object>;
  readonly response: typeof movedReferralSchema;
  readonly versioned: true;
}

const moves = {
  acknowledge: acknowledgeReferral,
  start_triage: startTriage,
  accept: acceptReferral,
  waitlist: waitlistReferral,
  request_info: requestInfo,
  provide_info: provideInfo,
  decline: declineReferral,
  withdraw: withdrawReferral,
  discard: discardReferral,
} as const satisfies Record<string, Move>;

/** An act that a button can do. */
export type ServedAct = keyof typeof moves;

export const servedActs = Object.keys(moves) as ServedAct[];
export const isServedAct = (act: string): act is ServedAct => act in moves;

/** Does the acts of a referral's life, each guarded by the version that was looked at. */
@Service()
export class PerformAct {
  private readonly api = inject(Api);

  run(act: ServedAct, { id, version }: Pick<MovedReferral, 'id' | 'version'>, body: object = {}): Promise<MovedReferral> {
    const move: Move = moves[act];
    return this.api.send(move, { params: { id }, body, version });
  }
}
