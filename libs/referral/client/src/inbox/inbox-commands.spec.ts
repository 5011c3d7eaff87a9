import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { PageCommands } from '@lotse/client-kit/ui';
import type { ReferralRow, ReferralState } from '@lotse/referral/model';
import { offerInboxCommands } from './inbox-commands';

describe('the commands of the inbox', () => {
  const pressed: string[] = [];
  const offered = (state: ReferralState | undefined) => {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const row = state && ({ id: 'one', personName: 'Muster, Erika', state } as ReferralRow);
    TestBed.runInInjectionContext(() =>
      offerInboxCommands(
        () => row,
        (id, act) => pressed.push(`${id} ${act}`),
      ),
    );
    return TestBed.inject(PageCommands).all();
  };

  it('are none while nothing is open', () => expect(offered(undefined)).toEqual([]));

  it('say whom they act on, and by which letter', () => {
    const ask = offered('in_triage').find(({ id }) => id === 'ask');
    expect(ask).toMatchObject({ hint: 'Muster, Erika', letter: 'r' });
    ask!.run();
    expect(pressed).toEqual(['one ask']);
  });

  it('are only those that are possible where the referral is', () => {
    expect(offered('accepted').map(({ id }) => id)).not.toContain('accept');
  });

  it('always let somebody look after it', () => {
    expect(offered('accepted').map(({ id }) => id)).toEqual(expect.arrayContaining(['snooze', 'assign', 'assignOther']));
  });
});
