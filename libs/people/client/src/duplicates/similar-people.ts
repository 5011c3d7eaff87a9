import { computed, inject, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { CurrentSession } from '@lotse/identity/client';
import type { BodyInput } from '@lotse/kernel';
import { answerDuplicate, findDuplicates, mustBeAnswered, readDuplicates, type PossibleDuplicate } from '@lotse/people/model';

/** Whom a page is about. */
export interface Asked {
  /** Somebody who is kept already and has a name. */
  readonly knownId: () => string | undefined;
  /** Whom somebody has said to be somebody else, on this page. */
  readonly differentFrom: () => readonly string[];
  /** Whom this very page has entered already, in an earlier attempt. */
  readonly entered?: () => string | undefined;
}

/** Who may be the person that a page is about: while they are entered, and once they are known. Make it in an injection context. */
export class SimilarPeople {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  readonly own = computed(() => this.session.session()?.organisation.id);
  private readonly found = signal<readonly PossibleDuplicate[]>([]);
  private asked = '';
  /** Of somebody who is known: what nobody has answered yet keeps them from being referred. */
  private readonly ofKnown = this.api.read(readDuplicates, () => {
    const id = this.page.knownId();
    return id ? { params: { id } } : undefined;
  });
  private readonly unanswered = computed(() =>
    (this.ofKnown.hasValue() ? this.ofKnown.value().items : []).filter(
      (one) => mustBeAnswered(one) && one.answer === null && one.organisationId === this.own(),
    ),
  );
  readonly matches = computed(() => {
    const found = this.page.knownId() ? this.unanswered() : this.found();
    return found.filter(({ id }) => id !== this.page.entered?.() && !this.page.differentFrom().includes(id));
  });

  constructor(private readonly page: Asked) {}

  /** Looks for somebody like this once name and birth date are there; what is typed meanwhile is asked for anew. */
  async look(who: BodyInput<typeof findDuplicates> | undefined): Promise<void> {
    const asked = JSON.stringify(who);
    if (!who || asked === this.asked) return;
    this.asked = asked;
    const answer = await this.api.send(findDuplicates, { body: who }).catch(() => undefined);
    if (this.asked === asked && answer) this.found.set(answer.items);
  }

  forget(): void {
    this.asked = '';
    this.found.set([]);
  }

  /** What is said about somebody who is known is kept at once; about somebody new, with them. */
  async isDifferent(otherId: string): Promise<void> {
    const id = this.page.knownId();
    if (id) await this.api.send(answerDuplicate, { params: { id }, body: { otherId, answer: 'different' } });
  }
}
