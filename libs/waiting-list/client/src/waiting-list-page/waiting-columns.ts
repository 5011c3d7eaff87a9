import type { GridColumn, Text } from '@lotse/client-kit/ui';

/** The columns of a waiting list. The order is the server's: nothing here sorts anything anew. */
export const waitingColumns = (t: Text): readonly GridColumn[] => [
  { key: 'rank', label: t('waitingList.column.rank'), place: 'lead', width: '64px', fixed: true, sort: { up: 'rank' } },
  { key: 'person', label: t('waitingList.column.person'), place: 'main', width: '19%', fixed: true, sort: { up: 'name', down: '-name' } },
  { key: 'urgency', label: t('waitingList.column.urgency'), place: 'marks', width: '19%', fixed: true },
  { key: 'waited', label: t('waitingList.column.waited'), place: 'extra', fixed: true, sort: { up: 'target', down: '-target' } },
  { key: 'offers', label: t('waitingList.column.offers'), place: 'more', width: '13%' },
  {
    key: 'checked',
    label: t('waitingList.column.checked'),
    place: 'due',
    width: '13%',
    extra: true,
    sort: { up: 'checked', down: '-checked' },
  },
  { key: 'availability', label: t('waitingList.column.availability'), place: 'sub', width: '16%', extra: true },
  {
    key: 'received',
    label: t('waitingList.column.received'),
    place: 'aside',
    width: '11%',
    extra: true,
    sort: { up: 'received', down: '-received' },
  },
  { key: 'shortNotice', label: t('waitingList.column.shortNotice'), place: 'sub', width: '14%', extra: true },
];
