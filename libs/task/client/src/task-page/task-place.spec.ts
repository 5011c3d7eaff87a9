import type { Task } from '@lotse/task/model';
import { placeOfTask } from './task-place';

const task = (kind: Task['kind'], facts: Task['facts'] = {}) => ({ kind, facts, subject: 'slot', subjectId: 's1' }) as Task;

describe('where the work of a task about a slot is done', () => {
  it('is the slot for whoever has it, the free slots of the county for those who coordinate, also when it lies too long', () => {
    expect(placeOfTask(task('slot_fits_nobody'))).toEqual(['/termine', 's1', 'anbieten']);
    expect(placeOfTask(task('slot_in_pool'))).toEqual(['/freie-plaetze']);
    expect(placeOfTask(task('task_overdue', { of: 'slot_in_pool' }))).toEqual(['/freie-plaetze']);
    expect(placeOfTask(task('task_overdue', { of: 'slot_of_absent' }))).toEqual(['/termine', 's1']);
  });
});
