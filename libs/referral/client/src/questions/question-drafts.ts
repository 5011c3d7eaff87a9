import { effect, inject, Service, untracked } from '@angular/core';
import { CurrentSession, KeptDrafts } from '@lotse/identity/client';
import type { QuestionPiece } from '@lotse/referral/model';
import { Decisions } from '../acts/decisions';

/** A question while it is written. */
export interface QuestionDraft {
  readonly points: readonly { readonly piece: QuestionPiece; readonly text: string }[];
  readonly dueOn: string;
}

const isEmpty = ({ points }: QuestionDraft): boolean => points.every(({ text }) => text.trim() === '');

/**
 * What is being written to the other side, sealed in this browser: nothing that was typed is lost by a reload, a refusal, or by taking back what
 * was sent. What was sent stays until the tab closes, for whoever takes it back.
 */
@Service()
export class QuestionDrafts {
  private readonly kept = inject(KeptDrafts);
  private readonly session = inject(CurrentSession);
  private readonly here = new Map<string, QuestionDraft>();
  private readonly gone = new Map<string, QuestionDraft>();

  constructor() {
    const { undone } = inject(Decisions);
    effect(() => {
      const moved = undone();
      if (moved) untracked(() => this.takenBack(requestKey(moved.id)));
    });
  }

  private get staffId(): string {
    return this.session.session()?.staff.id ?? '';
  }

  async of(key: string): Promise<QuestionDraft | undefined> {
    const known = this.here.get(key);
    return known ?? (await this.kept.list<QuestionDraft>(this.staffId, nameOf(key)))[0]?.value;
  }

  keep(key: string, draft: QuestionDraft): void {
    if (isEmpty(draft)) return this.drop(key);
    this.here.set(key, draft);
    this.kept.keep(this.staffId, nameOf(key), draft).catch(() => undefined);
  }

  /** It is on its way; who takes it back finds it again. */
  sent(key: string): void {
    const draft = this.here.get(key);
    if (draft) this.gone.set(key, draft);
    this.drop(key);
  }

  takenBack(key: string): void {
    const draft = this.gone.get(key);
    if (draft) this.keep(key, draft);
  }

  private drop(key: string): void {
    this.here.delete(key);
    this.kept.drop(this.staffId, nameOf(key)).catch(() => undefined);
  }
}

/** Where the question that hands a referral back is kept. */
export const requestKey = (referralId: string): string => `${referralId}/request`;

const nameOf = (key: string): string => `question/${key}`;
