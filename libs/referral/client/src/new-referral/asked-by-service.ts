import { effect, inject, untracked, type Signal, type WritableSignal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { readServiceForm } from '@lotse/directory/model';
import { QualityHints } from './quality-hints';
import type { AskedByService, ReferralDraft } from './referral-draft';

/**
 * Follows the choice of a service: what it asks besides, and what it often asks back for. A draft that answered an earlier version keeps what
 * still fits. Call it in an injection context.
 */
export function followService(draft: WritableSignal<ReferralDraft>, serviceId: Signal<string | null>): void {
  const hints = inject(QualityHints);
  const asks = inject(Api).read(readServiceForm, () => {
    const id = serviceId();
    return id ? { params: { id } } : undefined;
  });
  effect(() => hints.serviceId.set(serviceId()));
  effect(() => {
    if (!asks.hasValue()) return;
    const { serviceId: asking, version, questions } = asks.value();
    const known = untracked(() => draft().asked);
    if (asking !== serviceId() || (known?.serviceId === asking && known.version === version)) return;
    draft.update((before) => ({ ...before, asked: { serviceId: asking, version, questions } }));
  });
}

/** A question of the service by its own words; undefined for what is none. */
export function titleOfQuestion(asked: AskedByService | null, name: string, language: string): string | undefined {
  const question = asked?.questions.find(({ key }) => `extra.${key}` === name);
  return question && (language === 'de' ? question.titleDe : question.titleEn);
}
