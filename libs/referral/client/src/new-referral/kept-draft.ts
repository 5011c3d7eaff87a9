import type { ReferralDraft } from './referral-draft';
import type { Sent } from './send-referral';

/** What is kept of a page in the tab, so that a reload loses nothing: what was typed and how far sending had come. */
export interface KeptDraft {
  readonly keptAt: number;
  readonly draft: ReferralDraft;
  readonly sent: Sent;
}

const prefix = 'lotse.draft.';
const longest = 72 * 3_600_000;
const keyOf = (staffId: string, name: string): string => `${prefix}${staffId}.${name}`;

/** Keeps a draft for one person on the staff, in this tab only; it ends with the tab. */
export function keepDraft(staffId: string, name: string, draft: ReferralDraft, sent: Sent): void {
  sessionStorage.setItem(keyOf(staffId, name), JSON.stringify({ keptAt: Date.now(), draft, sent } satisfies KeptDraft));
}

export function dropDraft(staffId: string, name: string): void {
  sessionStorage.removeItem(keyOf(staffId, name));
}

/** What was kept; drafts of others and old ones are thrown away on the way. */
export function keptDraft(staffId: string, name: string, now = Date.now()): KeptDraft | undefined {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && !key.startsWith(keyOf(staffId, ''))) sessionStorage.removeItem(key);
  }
  const text = sessionStorage.getItem(keyOf(staffId, name));
  if (text === null) return undefined;
  const kept = JSON.parse(text) as KeptDraft;
  if (now - kept.keptAt <= longest) return kept;
  dropDraft(staffId, name);
  return undefined;
}
