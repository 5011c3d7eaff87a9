import type { GridColumn, Text } from '@lotse/client-kit/ui';

/** The columns of what was sent. On a phone each has its place on a card. */
export const sentColumns = (t: Text): readonly GridColumn[] => [
  { key: 'person', label: t('referral.column.person'), place: 'main', width: '15%', fixed: true, sort: { up: 'person', down: '-person' } },
  { key: 'reason', label: t('referral.column.reason'), place: 'sub', width: '14%' },
  { key: 'to', label: t('referral.column.to'), place: 'extra', width: '21%' },
  { key: 'state', label: t('referral.column.state'), place: 'marks', width: '18%', fixed: true },
  { key: 'turn', label: t('referral.column.turn'), place: 'more', width: '13%', fixed: true, sort: { up: 'due', down: '-due' } },
  { key: 'clock', label: t('referral.column.clock'), place: 'due', width: '14%', sort: { up: 'sent', down: '-sent' } },
  {
    key: 'urgency',
    label: t('referral.column.urgency'),
    place: 'aside',
    width: '11%',
    extra: true,
    sort: { up: 'urgency', down: '-urgency' },
  },
  { key: 'assignee', label: t('referral.column.assignee'), place: 'lead', width: '11%', extra: true },
];
