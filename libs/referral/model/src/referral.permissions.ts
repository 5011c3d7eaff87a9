import { permissions } from '@lotse/kernel';

export const referralPermissions = permissions(
  'referral',
  'read',
  'create',
  'submit',
  'discard',
  'acknowledge',
  'startTriage',
  'requestInfo',
  'provideInfo',
  'accept',
  'decline',
  'withdraw',
  'redirect',
  'addPart',
  'splitOff',
  'undo',
  'assign',
  'snooze',
  'export',
  'print',
);
