import { custodianOf, isWithReferrer, type Referral } from '@lotse/referral/model';

/** Whether the receiver may no longer see a referral, so that it is with the referrer in the midst of what would be the receiver's. */
export const isBack = ({ state, custody }: Pick<Referral, 'state' | 'custody'>): boolean =>
  custody.custodian === 'referrer' && !isWithReferrer(custodianOf[state]);
