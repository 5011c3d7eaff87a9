import { computed, inject, type Signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { readService, type Service } from '@lotse/directory/model';
import { calendarDayOf } from '@lotse/kernel';
import { coversReferral, readReleases, type Release } from '@lotse/people/model';
import type { ReferralDraft } from './referral-draft';

interface Receiver {
  /** The chosen help offer, once it is known. */
  readonly recipient: Signal<Service | undefined>;
  /** A release for its organisation that is in force already. */
  readonly standing: Signal<Release | undefined>;
}

/** Who would receive a draft, and whether the person has agreed to that before. Call it in an injection context. */
export function receiverOf(draft: Signal<ReferralDraft>, serviceId: Signal<string | null>): Receiver {
  const api = inject(Api);
  const service = api.read(readService, () => {
    const id = serviceId();
    return id ? { params: { id } } : undefined;
  });
  const recipient = computed(() => (service.hasValue() && service.value().id === serviceId() ? service.value() : undefined));
  const knownId = computed(() => draft().person.known?.id);
  const releases = api.read(readReleases, () => {
    const id = knownId();
    return id ? { params: { id } } : undefined;
  });
  const standing = computed(() => {
    const organisationId = recipient()?.organisationId;
    if (!organisationId || !releases.hasValue()) return undefined;
    return releases.value().items.find((release) => coversReferral([release], organisationId, calendarDayOf(new Date())));
  });
  return { recipient, standing };
}
