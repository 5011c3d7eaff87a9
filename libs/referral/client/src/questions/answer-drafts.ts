import { inject, Service } from '@angular/core';
import { CurrentSession, KeptDrafts } from '@lotse/identity/client';

/** Answers while they are written: by point, with a note. */
export interface AnswerDraft {
  readonly texts: Readonly<Record<string, string>>;
  readonly note: string;
}

/** Answers that are being written, sealed in this browser until they are sent. */
@Service()
export class AnswerDrafts {
  private readonly kept = inject(KeptDrafts);
  private readonly session = inject(CurrentSession);

  async of(threadId: string): Promise<AnswerDraft | undefined> {
    return (await this.kept.list<AnswerDraft>(this.staffId, nameOf(threadId)))[0]?.value;
  }

  keep(threadId: string, draft: AnswerDraft): void {
    this.kept.keep(this.staffId, nameOf(threadId), draft).catch(() => undefined);
  }

  drop(threadId: string): void {
    this.kept.drop(this.staffId, nameOf(threadId)).catch(() => undefined);
  }

  private get staffId(): string {
    return this.session.session()?.staff.id ?? '';
  }
}

const nameOf = (threadId: string): string => `answer/${threadId}`;
