import type { GridColumn, Text } from '@lotse/client-kit/ui';

/** The columns of a waiting list. The order is the server's, with a reason for each: nothing here sorts it anew. */
export const waitingColumns = (t: Text): readonly GridColumn[] => [
  { key: 'rank', label: t('waitingList.column.rank'), place: 'lead', width: '60px', fixed: true },
  { key: 'person', label: t('waitingList.column.person'), place: 'main', width: '20%', fixed: true },
  { key: 'urgency', label: t('waitingList.column.urgency'), place: 'marks', width: '17%', fixed: true },
  { key: 'waited', label: t('waitingList.column.waited'), place: 'extra', fixed: true },
  { key: 'offers', label: t('waitingList.column.offers'), place: 'more', width: '15%' },
  { key: 'availability', label: t('waitingList.column.availability'), place: 'sub', width: '16%', extra: true },
  { key: 'received', label: t('waitingList.column.received'), place: 'aside', width: '11%', extra: true },
  { key: 'shortNotice', label: t('waitingList.column.shortNotice'), place: 'sub', width: '14%', extra: true },
];
