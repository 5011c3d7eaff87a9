import { DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { apiProblemOf } from '@lotse/client-kit/api';
import { KeptReferralDrafts } from './kept-referral-drafts';
import { hasPerson, isEmergency } from './missing';
import { contentOf, personInputOf, type ReferralDraft } from './referral-draft';
import type { Sent } from './send-referral';

/** Where the last change is safe, and since when. */
export interface KeptState {
  readonly where: 'server' | 'device' | 'nowhere';
  readonly at: number;
}

/** The page whose content is kept. */
export interface DraftPage {
  readonly name: () => string;
  readonly draft: () => ReferralDraft;
  readonly sent: () => Sent;
  /** Saves on the server; rejects with an ApiProblem. */
  readonly save: () => Promise<unknown>;
  /** Whether somebody is sending, or still entering whom it is about. */
  readonly isBusy: () => boolean;
}

const keepAfter = 500;
const saveEvery = 10_000;

/** Keeps what is typed: sealed in the browser half a second after a change, on the server every ten seconds. Make it in an injection context. */
export class DraftKeeping {
  private readonly kept = inject(KeptReferralDrafts);
  private readonly reported = signal<KeptState | undefined>(undefined);
  private saving: Promise<void> | undefined;
  /** One after the other, so that nothing older ever replaces something newer. */
  private keepings = Promise.resolve();
  private refused: ReferralDraft | undefined;
  private finished = false;

  readonly state = this.reported.asReadonly();

  constructor(private readonly page: DraftPage) {
    effect((onCleanup) => {
      const [draft, sent] = [page.draft(), page.sent()];
      const timer = setTimeout(() => void this.keep(draft, sent), keepAfter);
      onCleanup(() => clearTimeout(timer));
    });
    const saving = setInterval(() => this.saveWhenReady(), saveEvery);
    inject(DestroyRef).onDestroy(() => clearInterval(saving));
  }

  /** Keeps it at once; used while sending, where the next step must not be lost. */
  keep(draft: ReferralDraft, sent: Sent): Promise<void> {
    return (this.keepings = this.keepings.then(() => this.keepNow(draft, sent)));
  }

  /** It was sent, or is begun anew: nothing of it stays in the browser. */
  async finish(): Promise<void> {
    this.finished = true;
    await this.keepings;
    await this.forget();
  }

  /** Waits until nothing is being saved any more: two at a time would refuse one another. */
  async settled(): Promise<void> {
    await this.saving;
  }

  private async keepNow(draft: ReferralDraft, sent: Sent): Promise<void> {
    if (this.finished) return;
    if (!isTyped(draft)) return this.forget();
    const kept = await this.kept.keep(untracked(this.page.name), draft, sent).then(
      () => true,
      () => false,
    );
    this.reported.set({ where: isSaved(draft, sent) ? 'server' : kept ? 'device' : 'nowhere', at: Date.now() });
  }

  private forget(): Promise<void> {
    return this.kept.drop(untracked(this.page.name), untracked(this.page.sent));
  }

  /** What the server refuses waits for somebody to press a button, who is then told why. */
  private saveWhenReady(): void {
    const [draft, sent] = [untracked(this.page.draft), untracked(this.page.sent)];
    const waits = this.finished || this.saving !== undefined || this.page.isBusy() || !navigator.onLine;
    if (waits || draft === this.refused || !isReadyForServer(draft, sent) || isSaved(draft, sent)) return;
    this.saving = this.page
      .save()
      .then(
        () => this.keep(draft, untracked(this.page.sent)),
        (thrown: unknown) => {
          if (apiProblemOf(thrown).status > 0) this.refused = draft;
        },
      )
      .finally(() => (this.saving = undefined));
  }
}

/** The server keeps a draft about somebody, and only once something is said about why: until then names may still be half typed. */
const isReadyForServer = (draft: ReferralDraft, { referral }: Sent): boolean =>
  hasPerson(draft.person) && (!isEmergency(draft) || referral !== undefined) && isAboutSomething(draft);

const isAboutSomething = ({ reason }: ReferralDraft): boolean => reason.reason !== '' || reason.question.trim() !== '';

function isSaved(draft: ReferralDraft, sent: Sent): boolean {
  const person =
    draft.person.known !== null ||
    sent.person?.print === (draft.person.isUnnamed ? 'unnamed' : JSON.stringify([personInputOf(draft.person), draft.person.differentFrom]));
  return person && sent.referral?.print === JSON.stringify(contentOf(draft));
}

/** Whether anything stands on the page that somebody typed. */
export const isTyped = ({ person, reason, urgency }: ReferralDraft): boolean =>
  [person.known?.id, person.familyName, person.givenName, person.birthDate, reason.reason, reason.question, urgency].some(Boolean);
