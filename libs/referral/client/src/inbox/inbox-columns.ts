import type { GridColumn, Text } from '@lotse/client-kit/ui';

/** The columns of the inbox. Beside the preview, and on a phone, each has its place on a card. */
export const inboxColumns = (t: Text): readonly GridColumn[] => [
  { key: 'person', label: t('referral.column.person'), place: 'main', width: '17%', fixed: true, sort: { up: 'person', down: '-person' } },
  { key: 'received', label: t('referral.column.received'), place: 'aside', width: '10%', sort: { up: 'sent', down: '-sent' } },
  { key: 'reason', label: t('referral.column.reason'), place: 'sub', width: '17%' },
  {
    key: 'urgency',
    label: t('referral.column.urgency'),
    place: 'marks',
    width: '19%',
    fixed: true,
    sort: { up: 'urgency', down: '-urgency' },
  },
  { key: 'due', label: t('referral.column.due'), place: 'due', width: '15%', fixed: true, sort: { up: 'due', down: '-due' } },
  { key: 'missing', label: t('referral.column.missing'), place: 'extra', width: '11%' },
  { key: 'assignee', label: t('referral.column.assignee'), place: 'more', width: '11%' },
];
