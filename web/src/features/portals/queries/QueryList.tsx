import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QueryLine } from '@/api/types';
import { PortalLink } from '@/choices/PortalLink';
import { portalsQuery, subportalName } from '@/choices/portals';
import type { Column } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ListPanel } from '@/ui/ListPanel';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from '../Portal.module.css';
import { queryPagesQuery } from './pages';

/** How often one looks whether somebody has asked. */
const EVERY = 20_000;

type Props = {
  /** Only those that came through this portal. */
  portal_id?: string | undefined;
  /** The same, chosen as a filter: the list says of which portal each is. */
  filter?: string | undefined;
};

/** What was asked, newest first. */
export function QueryList({ portal_id, filter }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery({ ...queryPagesQuery(portal_id ?? filter), refetchInterval: EVERY });
  const { data: portals = [] } = useQuery(portalsQuery);
  const portalOf = (id: string) => portals.find((portal) => portal.id === id);
  const about = ({ question, category }: QueryLine) => question || category || t('queries.no_question');
  const columns: Column<QueryLine>[] = [
    {
      key: 'question',
      header: t('queries.question'),
      cell: (query) => (
        <AnchorLink to="/queries/$id" params={{ id: query.id }} fw={550} className={classes.beginning}>
          {about(query)}
        </AnchorLink>
      ),
    },
    {
      key: 'name',
      header: t('queries.who'),
      width: '18%',
      cell: ({ name }) => name || t('queries.nameless'),
    },
    ...(portal_id
      ? []
      : [
          {
            key: 'portal',
            header: t('queries.portal'),
            width: '15%',
            cell: (query: QueryLine) => <PortalLink id={query.portal_id} />,
          },
        ]),
    {
      key: 'subportal',
      header: t('queries.subportal'),
      width: '13%',
      cell: (query) => subportalName(portalOf(query.portal_id), query.subportal_id),
    },
    {
      key: 'state',
      header: t('queries.state_label'),
      width: '110px',
      cell: ({ state }) => <StatusDot tone="warn">{t(`queries.state.${state}`)}</StatusDot>,
    },
    {
      key: 'time',
      header: t('queries.time'),
      width: '170px',
      cell: ({ submitted_at }) => format.time(submitted_at),
    },
  ];
  return (
    <ListPanel
      caption={t('shell.queries')}
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      empty={
        <EmptyState title={t(portal_id || filter ? 'queries.empty_portal' : 'queries.empty_title')}>
          {t('queries.empty_detail')}
        </EmptyState>
      }
    />
  );
}
