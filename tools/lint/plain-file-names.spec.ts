import { Linter } from 'eslint';
import { emptyWordIn, plainFileNames } from './plain-file-names.mjs';

describe('names of folders and files', () => {
  it.each([
    ['libs/referral/server/src/referral.service.ts', 'service'],
    ['libs/referral/server/src/referral-manager.ts', 'manager'],
    ['libs/referral/server/src/helpers/dates.ts', 'helpers'],
    ['libs/referral/model/src/referral.dto.ts', 'dto'],
    ['libs/kernel/src/utilities.ts', 'utilities'],
    ['libs/kernel/src/Common.ts', 'common'],
    ['apps/client/src/app.component.html', 'component'],
    ['libs\\kernel\\src\\misc.ts', 'misc'],
  ])('%s is refused for "%s"', (path, word) => {
    expect(emptyWordIn(path)).toBe(word);
  });

  it.each([
    'libs/waiting-list/server/src/offer-slot/offer-slot.ts',
    'libs/directory/server/src/service.entity.ts',
    'libs/referral/client/src/choose-service/choose-service.ts',
    'apps/client/src/service-worker.ts',
    'libs/region/model/src/community.ts',
    'libs/calendar/server/src/score.ts',
  ])('%s is fine', (path) => {
    expect(emptyWordIn(path)).toBeUndefined();
  });

  it('only looks below the work tree, wherever that lies', () => {
    const linter = new Linter({ cwd: '/srv/common/lotse' });
    const config = {
      files: ['**/*.ts'],
      plugins: { lotse: { rules: { 'plain-file-names': plainFileNames } } },
      rules: { 'lotse/plain-file-names': 'error' as const },
    };
    expect(linter.verify('', config, { filename: '/srv/common/lotse/libs/kernel/src/ids.ts' })).toEqual([]);
    expect(linter.verify('', config, { filename: '/srv/common/lotse/libs/kernel/src/core.ts' })).toMatchObject([{ messageId: 'empty' }]);
  });
});
