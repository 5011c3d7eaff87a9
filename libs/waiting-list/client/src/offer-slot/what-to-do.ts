import type { Exclusion } from '@lotse/waiting-list/model';

/** What can be done with a slot that fits nobody; keys below `waitingList.offerSlot.toDo`. */
export type ToDo = 'later' | 'otherTime' | 'otherClinician' | 'otherWay' | 'call' | 'wait';

const helps: Readonly<Partial<Record<Exclusion, ToDo>>> = {
  notice_too_short: 'later',
  nobody_answers_in_time: 'call',
  paused: 'otherTime',
  not_yet: 'otherTime',
  outside_windows: 'otherTime',
  comes_too_late: 'otherTime',
  no_way_back: 'otherTime',
  clinician_excluded: 'otherClinician',
  clinician_sex: 'otherClinician',
  language: 'otherClinician',
  mode: 'otherWay',
  too_far: 'otherWay',
  declined_this_slot: 'otherTime',
};

/** Each thing once, with how many it would help; what helps most stands first. Leaving the slot free is always possible. */
export function whatToDo(excluded: readonly { readonly why: Exclusion }[]): readonly { readonly what: ToDo; readonly count: number }[] {
  const counts = new Map<ToDo, number>();
  for (const { why } of excluded) {
    const what = helps[why];
    if (what) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const found = [...counts].map(([what, count]) => ({ what, count })).sort((one, other) => other.count - one.count);
  return [...found, { what: 'wait', count: 0 }];
}
