import type { SlotToFit } from '@lotse/waiting-list/model';

/** A slot of a service that anybody comes to whom it leaves the time: who has wishes in the demo has said them since. */
export const plainSlot = (serviceId: string, startsAt: Date): SlotToFit => ({
  serviceId,
  scheduleId: '',
  startsAt,
  endsAt: startsAt,
  mode: 'on_site',
  languages: ['de'],
  clinicianSex: null,
  ageFrom: 0,
  ageTo: null,
  insurances: null,
});
