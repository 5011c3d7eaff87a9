import { computed, inject, type Signal } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { readQuestions, type QuestionThread } from '@lotse/referral/model';

/** What was asked and told about a referral, read again whenever either side does something. Call it in an injection context. */
export function questionsOf(id: () => string | undefined) {
  const resource = inject(Api).read(readQuestions, () => {
    const known = id();
    return known ? { params: { id: known } } : undefined;
  });
  const reload = (change: { id: string } | undefined) => (change === undefined || change.id === id()) && resource.reload();
  inject(Live).onChange('question', reload);
  inject(Live).onChange('referral', reload);
  const threads: Signal<readonly QuestionThread[]> = computed(() => (resource.hasValue() ? resource.value().items : []));
  return { resource, threads };
}

/** The points of a thread that wait for an answer. */
export const openPointsOf = ({ points }: QuestionThread) => points.filter(({ settledIn }) => settledIn === null);
