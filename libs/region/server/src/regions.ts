import type { RegionSettings } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const keepFor = 5_000;

/** What other domains ask a region. Settings are kept for a few seconds: they change rarely and are needed by nearly every act. */
@Injectable()
export class Regions {
  private readonly kept = new Map<string, { settings: RegionSettings; until: number }>();

  async settings(transaction: Transaction): Promise<RegionSettings> {
    const { regionId } = transaction.actor;
    const known = this.kept.get(regionId);
    if (known && known.until > Date.now()) return known.settings;
    const row = await transaction.row<{ settings: RegionSettings }>(
      'region.settings',
      'select settings_of(r) as settings from region r where id = $1',
      [regionId],
    );
    if (!row) throw new Error('The actor works in a region that does not exist.');
    this.kept.set(regionId, { settings: row.settings, until: Date.now() + keepFor });
    return row.settings;
  }

  /** Settings were changed by this process: the next act reads them anew. */
  forget(regionId: string): void {
    this.kept.delete(regionId);
  }
}
