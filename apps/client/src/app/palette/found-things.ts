import { computed, effect, inject, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { bornText, injectText, Language, type LanguageCode } from '@lotse/client-kit/ui';
import { findServices } from '@lotse/directory/model';
import { CurrentSession } from '@lotse/identity/client';
import type { AnswerOf, Endpoint } from '@lotse/kernel';
import { findPeople, listedName } from '@lotse/people/model';
import { readReferrals } from '@lotse/referral/model';
import type { Entry, Group } from './entry';

const pause = 200;
const atMost = 5;

/** What the server finds for what was typed: referrals by name or reference, people of the own organisation, services by name. Call it in an injection context. */
export function findThings(typed: () => string) {
  const [api, router, session, t] = [inject(Api), inject(Router), inject(CurrentSession), injectText()];
  const language = inject(Language);
  const settled = settle(typed);
  const boxes = [
    { box: 'inbox' as const, permissions: ['referral.accept', 'referral.acknowledge'] },
    { box: 'sent' as const, permissions: ['referral.create'] },
  ].filter(({ permissions }) => permissions.some((permission) => session.may(permission)));

  const referrals = boxes.map(({ box }) => {
    const answer = api.read(readReferrals, () =>
      settled() ? { query: { box, text: settled(), limit: atMost, sort: 'due' as const } } : undefined,
    );
    return { box, answer };
  });
  const services = api.read(findServices, () =>
    settled() && session.may('directory.read') ? { query: { text: settled(), limit: atMost } } : undefined,
  );
  const people = api.read(findPeople, () =>
    settled() && session.may('people.read') ? { query: { text: settled(), limit: atMost } } : undefined,
  );
  const answers = [...referrals.map(({ answer }) => answer), people, services];

  const groups = computed<Group[]>(() => [
    ...referrals.map(({ box, answer }) => ({
      id: box,
      label: t(`palette.group.${box}`),
      entries: (answer.hasValue() ? answer.value().items : []).map((row) => referralEntry(row, box, router)),
    })),
    {
      id: 'people',
      label: t('palette.group.people'),
      entries: (people.hasValue() ? people.value().items : []).map((person) => personEntry(person, language.current(), router)),
    },
    {
      id: 'services',
      label: t('palette.group.services'),
      entries: (services.hasValue() ? services.value().items : []).map((service) => serviceEntry(service, router)),
    },
  ]);

  return {
    groups,
    /** Whether an answer is still to come for what was typed. */
    busy: computed(() => isLongEnough(typed()) && (settled() !== typed().trim() || answers.some((answer) => answer.isLoading()))),
    problem: computed<ApiProblem | undefined>(() => {
      const failed = answers.find((answer) => answer.status() === 'error');
      return failed && apiProblemOf(failed.error());
    }),
    retry: () => answers.forEach((answer) => answer.reload()),
  };
}

type Found<Contract extends Endpoint> = AnswerOf<Contract> extends { items: readonly (infer Item)[] } ? Item : never;

const referralEntry = (
  { id, personName, reference, serviceName, referrer }: Found<typeof readReferrals>,
  box: 'inbox' | 'sent',
  router: Router,
): Entry => ({
  id: `${box}-${id}`,
  label: personName,
  hint: [reference, box === 'inbox' ? referrer.organisationName : serviceName].filter(Boolean).join(' · '),
  icon: 'file-text',
  run: () => void router.navigate(['/zuweisungen', id]),
});

const personEntry = (
  { id, familyName, givenName, birthDate }: Found<typeof findPeople>,
  language: LanguageCode,
  router: Router,
): Entry => ({
  id: `person-${id}`,
  label: listedName({ familyName, givenName }),
  hint: bornText(birthDate, language, 'short'),
  icon: 'user-round',
  run: () => void router.navigate(['/personen', id]),
});

const serviceEntry = ({ id, name, organisationName, municipality }: Found<typeof findServices>, router: Router): Entry => ({
  id: `service-${id}`,
  label: name,
  hint: `${organisationName}, ${municipality}`,
  icon: 'book-open',
  run: () => void router.navigate(['/verzeichnis'], { queryParams: { text: name } }),
});

const isLongEnough = (text: string): boolean => text.trim().length >= 2;

/** What was typed, once it has stood for a moment; empty while it is too short to look for. */
function settle(typed: () => string): () => string {
  const settled = signal('');
  effect((onCleanup) => {
    const text = isLongEnough(typed()) ? typed().trim() : '';
    if (text === '') return untracked(() => settled.set(''));
    const timer = setTimeout(() => settled.set(text), pause);
    onCleanup(() => clearTimeout(timer));
  });
  return settled;
}
