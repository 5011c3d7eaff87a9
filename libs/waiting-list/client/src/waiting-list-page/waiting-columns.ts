import type { GridColumn, Text } from '@lotse/client-kit/ui';

/** The columns of a waiting list. The order is the server's, with a reason for each: nothing here sorts it anew. */
export const waitingColumns = (t: Text): readonly GridColumn[] => [
  { key: 'rank', label: t('waitingList.column.rank'), place: 'lead', width: '64px', fixed: true },
  { key: 'person', label: t('waitingList.column.person'), place: 'main', width: '18%', fixed: true },
  { key: 'received', label: t('waitingList.column.received'), place: 'aside', width: '9%' },
  { key: 'urgency', label: t('waitingList.column.urgency'), place: 'marks', width: '12%', fixed: true },
  { key: 'waited', label: t('waitingList.column.waited'), place: 'due', width: '15%', fixed: true },
  { key: 'reason', label: t('waitingList.column.reason'), place: 'extra', width: '22%' },
  { key: 'shortNotice', label: t('waitingList.column.shortNotice'), place: 'sub', width: '11%' },
  { key: 'offers', label: t('waitingList.column.offers'), place: 'more', width: '13%' },
];
