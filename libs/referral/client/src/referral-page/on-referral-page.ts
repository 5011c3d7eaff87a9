import { InjectionToken, type Type } from '@angular/core';
import type { ReferralState } from '@lotse/referral/model';

/** What another room puts on the page of a referral: a component that takes `referralId`, in some states, for those who hold the permission. */
export interface OnReferralPage {
  readonly permission: string;
  readonly states: readonly ReferralState[];
  readonly load: () => Promise<Type<unknown>>;
}

/** All of all rooms; provide with `multi: true`. */
export const ON_REFERRAL_PAGE = new InjectionToken<readonly OnReferralPage[]>('ON_REFERRAL_PAGE');
