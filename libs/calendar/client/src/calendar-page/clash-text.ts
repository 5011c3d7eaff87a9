import type { ApiProblem } from '@lotse/client-kit/api';
import type { Text } from '@lotse/client-kit/ui';
import type { SlotTexts } from '../slot-texts';

/** What a new time collides with, as the server named it; undefined when the refusal is about something else. Buffers are named where there are some. */
export function clashText({ code, context }: ApiProblem, t: Text, texts: SlotTexts): string | undefined {
  const { startsAt, endsAt, scheduleName, takenFrom, takenUntil } = context as Record<string, string | undefined>;
  if (code !== 'slot-overlaps' || !startsAt || !endsAt) return undefined;
  const hasBuffers = takenFrom !== undefined && takenUntil !== undefined && (takenFrom !== startsAt || takenUntil !== endsAt);
  const taken = hasBuffers ? t('calendar.open.error.withBuffers', { span: texts.span({ startsAt: takenFrom, endsAt: takenUntil }) }) : '';
  const whose = [scheduleName, taken].filter(Boolean).join(', ');
  return t('calendar.open.error.overlaps', { slot: `${texts.whole({ startsAt, endsAt })} (${whose})` });
}
