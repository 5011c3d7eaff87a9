import { preferencesSchema, type PreferenceValues } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const keep = `
  insert into staff_preference (staff_id, preferences) values (current_staff(), $1)
  on conflict (staff_id) do update set preferences = excluded.preferences, changed_at = now()`;

/** What somebody chose for themselves: how Lotse looks and is handled. */
@Injectable()
export class Preferences {
  /** Null when nothing was ever changed, and when what is kept is from a version that knew other choices. */
  async read(transaction: Transaction): Promise<PreferenceValues | null> {
    const row = await transaction.row<{ preferences: unknown }>(
      'preferences.read',
      'select preferences from staff_preference where staff_id = current_staff()',
    );
    return preferencesSchema.safeParse(row?.preferences).data ?? null;
  }

  change(transaction: Transaction, preferences: PreferenceValues): PreferenceValues {
    transaction.send('preferences.keep', keep, [JSON.stringify(preferences)]);
    return preferences;
  }
}
