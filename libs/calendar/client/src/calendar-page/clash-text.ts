import type { ApiProblem } from '@lotse/client-kit/api';
import type { Text } from '@lotse/client-kit/ui';
import type { SlotTexts } from '../slot-texts';

/** What a new time collides with, as the server named it; undefined when the refusal is about something else. */
export function clashText({ code, context }: ApiProblem, t: Text, texts: SlotTexts): string | undefined {
  const { startsAt, endsAt, scheduleName } = context as Record<string, string | undefined>;
  if (code !== 'slot-overlaps' || !startsAt || !endsAt) return undefined;
  return t('calendar.open.error.overlaps', { slot: `${texts.whole({ startsAt, endsAt })} (${scheduleName ?? ''})` });
}
