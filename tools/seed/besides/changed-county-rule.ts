import { addCalendarDays, calendarDayOf, type AnswerOf, type Endpoint } from '@lotse/kernel';
import { changeDeadlineRule, readDeadlineRules } from '@lotse/region/model';
import type { Caller, Sent } from '../replay/caller';

type Write = <Contract extends Endpoint>(by: string, contract: Contract, sent: Sent<Contract>) => Promise<AnswerOf<Contract>>;

const administrator = 'region@demo.example';

/** The county has shortened a deadline; from tomorrow on, so that no midnight comes between. What an interrupted seed has changed stays changed. */
export async function changedCountyRule(caller: Caller, write: Write, now: Date): Promise<void> {
  const { version, items } = await caller.call(administrator, readDeadlineRules, {});
  const [usual, ...more] = items.find(({ code }) => code === 'network_first_contact')!.versions;
  if (more.length > 0) return;
  const { version: _, validFrom: __, ...rule } = usual!.rule;
  await write(administrator, changeDeadlineRule, {
    version,
    body: {
      isNew: false,
      validFrom: addCalendarDays(calendarDayOf(now), 1),
      why: 'Beschluss des Netzverbunds: Rückmeldung binnen einer Arbeitswoche.',
      rule: { ...rule, amount: 5 },
    },
  });
}
