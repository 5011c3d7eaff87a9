import { lifecycle, type StateOf } from '@lotse/kernel';

/** The life of a task. Putting aside is no state: it comes back by itself. `drop` ends what has no cause any more. */
export const taskLifecycle = lifecycle('ready', {
  ready: { claim: 'in_progress', hand_over: 'in_progress', give_back: 'ready', snooze: 'ready', finish: 'done', drop: 'dropped' },
  in_progress: {
    claim: 'in_progress',
    hand_over: 'in_progress',
    give_back: 'ready',
    snooze: 'in_progress',
    finish: 'done',
    drop: 'dropped',
  },
  done: {},
  dropped: {},
});
export type TaskState = StateOf<typeof taskLifecycle>;
