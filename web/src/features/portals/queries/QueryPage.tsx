import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Query } from '@/api/types';
import { CompanyLink } from '@/choices/CompanyLink';
import { PortalLink } from '@/choices/PortalLink';
import { portalsQuery, subportalName } from '@/choices/portals';
import { EmailText } from '@/ui/EmailText';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Facts } from '@/ui/Facts';
import { Icon } from '@/ui/Icon';
import { AnchorLink, BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from '../Portal.module.css';
import { answerTo } from './answer';
import { queryQuery, userQuery } from './pages';

/** Everything that somebody asked, and how to answer. */
export function QueryPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useParams({ from: '/inside/queries/$id' });
  const found = useQuery(queryQuery(id));
  const { data: portals = [] } = useQuery(portalsQuery);
  const query = found.data;
  const portal = portals.find((one) => one.id === query?.portal_id);
  const name = query?.asked.name || query?.asked.email;
  const answer = query && answerTo(query, portal?.name ?? t('queries.one'));
  return (
    <>
      <PageHeader
        title={name ? t('queries.of', { name }) : t('queries.one')}
        before={<BackLink to="/queries">{t('shell.queries')}</BackLink>}
        subtitle={
          query && (
            <span className={classes.teams}>
              <StatusDot tone="warn">{t(`queries.state.${query.state}`)}</StatusDot>
              <span>{format.time(query.submitted_at)}</span>
            </span>
          )
        }
        actions={
          answer && (
            <Button component="a" href={answer} leftSection={<Icon name="mail" size={16} />}>
              {t('queries.answer')}
            </Button>
          )
        }
      />
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton h={360} />}
      {query && (
        <>
          <Panel title={t('queries.question')}>
            {query.asked.question ? (
              <p className={classes.question} lang={query.locale}>
                {query.asked.question}
              </p>
            ) : (
              <p className={classes.note}>{t('queries.no_question')}</p>
            )}
          </Panel>
          <Panel title={t('queries.who')}>
            <WhoFacts query={query} />
          </Panel>
          <Panel title={t('queries.way')}>
            <Facts
              facts={[
                { name: t('queries.portal'), value: portal && <PortalLink id={portal.id} /> },
                { name: t('queries.subportal'), value: subportalName(portal, query.subportal_id) },
                {
                  name: t('queries.chosen'),
                  value: query.representative_id && <Chosen id={query.representative_id} />,
                },
                { name: t('queries.language'), value: format.language(query.locale) },
              ]}
            />
          </Panel>
        </>
      )}
    </>
  );
}

function WhoFacts({ query: { asked, customer_id, company_id } }: { query: Query }) {
  const { t } = useTranslation();
  const seesCustomers = useMay('see_customers');
  return (
    <Facts
      facts={[
        { name: t('portals.field.name'), value: asked.name },
        {
          name: t('portals.field.email'),
          value: asked.email && <EmailText>{asked.email}</EmailText>,
        },
        { name: t('portals.field.phone'), value: asked.phone },
        { name: t('portals.field.company'), value: asked.company },
        { name: t('portals.field.category'), value: asked.category },
        ...asked.custom.map(({ label = '', value = '' }) => ({ name: label, value })),
        {
          name: t('queries.customer'),
          value:
            customer_id && seesCustomers ? (
              <AnchorLink to="/customers/$id" params={{ id: customer_id }}>
                {t('queries.to_customer')}
              </AnchorLink>
            ) : (
              t(customer_id ? 'queries.known' : 'queries.unknown')
            ),
        },
        { name: t('customers.company'), value: company_id && <CompanyLink id={company_id} /> },
      ]}
    />
  );
}

/** The representative whom they have chosen, for those who may see users. */
function Chosen({ id }: { id: string }) {
  const { data } = useQuery({ ...userQuery(id), enabled: useMay('see_users') });
  if (!data) return null;
  const { first_name, last_name, login } = data.thing;
  return (
    <AnchorLink to="/users/$id" params={{ id }}>
      {`${first_name} ${last_name}`.trim() || login}
    </AnchorLink>
  );
}
