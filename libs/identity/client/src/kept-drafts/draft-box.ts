import { Dexie, type Table } from 'dexie';
import type { Sealed } from './sealed';

/** What lies in the browser: whose it is and under which name, both without meaning to anybody else, and the sealed content. */
export interface BoxedDraft extends Sealed {
  readonly staffId: string;
  readonly name: string;
  readonly keptAt: number;
}

/** The browser's own database for drafts. Loaded when the first draft is kept. */
class DraftBox extends Dexie {
  declare readonly drafts: Table<BoxedDraft, [staffId: string, name: string]>;

  constructor() {
    super('lotse-drafts');
    this.version(1).stores({ drafts: '[staffId+name], staffId, keptAt' });
  }
}

export const openDraftBox = (): DraftBox => new DraftBox();
export type { DraftBox };
