import type { Task, TaskFacts } from '@lotse/task/model';

/** Where the work of a task is done, by what it is about. */
const places: Readonly<Record<string, (task: Task) => string[]>> = {
  referral: (task) => (task.kind === 'draft_forgotten' ? ['/zuweisungen', task.subjectId, 'bearbeiten'] : ['/zuweisungen', task.subjectId]),
  person: (task) => ['/personen', task.subjectId],
  'break-glass': () => ['/verwaltung', 'pruefungen'],
  slot: ({ kind, facts, subjectId }) => placeOfSlot(facts['of'] ?? kind, subjectId),
  'list-round': (task) => ['/warteliste', 'pruefung', task.subjectId],
  'list-check': (task) => ['/warteliste', 'pruefung', task.kind === 'list_check_by_referrer' ? 'gefragt' : 'entscheiden'],
  advice: (task) => ['/anfragen', task.subjectId],
};

/** What lies too long leads where the work itself is. */
function placeOfSlot(kind: TaskFacts[string], id: string): string[] {
  if (kind === 'slot_in_pool') return ['/freie-plaetze'];
  return kind === 'slot_of_absent' ? ['/termine', id] : ['/termine', id, 'anbieten'];
}

/** The address of what a task is about; undefined when it has none. */
export const placeOfTask = (task: Task): string[] | undefined => places[task.subject]?.(task);
