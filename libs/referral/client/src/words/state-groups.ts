import type { IconName, Tone } from '@lotse/client-kit/ui';
import { statesToTriage, type ReferralState } from '@lotse/referral/model';

/** Nothing follows on these. */
export const endedStates: readonly ReferralState[] = ['closed', 'withdrawn', 'entered_in_error'];

export const isEnded = (state: ReferralState): boolean => endedStates.includes(state);

/** How a state is marked: whether somebody must act, it waits, or it is settled. */
export const toneOfState: Readonly<Record<ReferralState, Tone>> = {
  draft: 'plain',
  requested: 'info',
  received: 'info',
  in_triage: 'info',
  info_requested: 'due',
  accepted: 'done',
  waitlisted: 'info',
  suspended: 'paused',
  offered: 'due',
  booked: 'done',
  rebook_required: 'due',
  dna_review: 'due',
  in_service: 'done',
  cancel_requested: 'due',
  returned: 'due',
  outcome_sent: 'due',
  closed: 'paused',
  withdrawn: 'paused',
  entered_in_error: 'paused',
};

export const iconOfState: Readonly<Record<ReferralState, IconName>> = {
  draft: 'pencil',
  requested: 'send',
  received: 'inbox',
  in_triage: 'eye',
  info_requested: 'circle-question-mark',
  accepted: 'check',
  waitlisted: 'list-ordered',
  suspended: 'pause',
  offered: 'calendar-clock',
  booked: 'calendar-check',
  rebook_required: 'calendar-x',
  dna_review: 'user-round',
  in_service: 'handshake',
  cancel_requested: 'undo-2',
  returned: 'corner-up-left',
  outcome_sent: 'file-text',
  closed: 'archive',
  withdrawn: 'undo-2',
  entered_in_error: 'ban',
};

/** States that are looked for together, as the filter of each box offers them. The first group is what one sees without a filter. */
export interface StateGroup {
  readonly key: string;
  /** Empty: every open state. */
  readonly states: readonly ReferralState[];
}

export const inboxGroups: readonly StateGroup[] = [
  { key: 'toDo', states: statesToTriage },
  { key: 'asked', states: ['info_requested'] },
  { key: 'waiting', states: ['waitlisted', 'suspended', 'offered', 'rebook_required'] },
  { key: 'appointment', states: ['booked', 'dna_review', 'in_service'] },
  { key: 'returned', states: ['returned'] },
  { key: 'ended', states: ['outcome_sent', ...endedStates] },
];

export const sentGroups: readonly StateGroup[] = [
  { key: 'open', states: [] },
  { key: 'draft', states: ['draft'] },
  { key: 'underWay', states: ['requested', 'received', 'in_triage'] },
  { key: 'asked', states: ['info_requested'] },
  { key: 'accepted', states: ['accepted', 'waitlisted', 'suspended', 'rebook_required'] },
  { key: 'appointment', states: ['offered', 'booked', 'dna_review', 'in_service'] },
  { key: 'returned', states: ['returned'] },
  { key: 'ended', states: ['outcome_sent', ...endedStates] },
];
