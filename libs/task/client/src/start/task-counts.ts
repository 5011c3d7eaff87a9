import { computed, inject, Service } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { countTasks } from '@lotse/task/model';

/** How many tasks wait; the rail, the tile and the page read it once. */
@Service()
export class TaskCounts {
  private readonly answer = inject(Api).read(countTasks, () => ({}));
  readonly counts = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));

  constructor() {
    inject(Live).onChange('task', () => this.answer.reload());
  }

  refresh(): void {
    this.answer.reload();
  }
}
