import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmailText } from '@/ui/EmailText';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import classes from './PortalPage.module.css';
import { PreferencesForm } from './PreferencesForm';
import { portalMeQuery } from './queries';

/** What the portal is for a customer: who they are there, for which services, and their settings. */
export function PortalPage() {
  const { t } = useTranslation();
  const me = useQuery(portalMeQuery);
  if (me.isError) return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <Skeleton h={320} />;
  const { first_name, last_name, email, company, services, account } = me.data;
  const facts = [
    ['name', `${first_name} ${last_name}`.trim()],
    ['email', <EmailText key="email">{email}</EmailText>],
    ['company', company?.name],
  ] as const;
  return (
    <>
      <PageHeader title={t('portal.welcome', { name: first_name || last_name })} />
      <Panel title={t('portal.services')}>
        {services.length === 0 && (
          <Text c="dimmed">{t('portal.no_services', { account: account.name })}</Text>
        )}
        <ul className={classes.services}>
          {services.map((service) => (
            <li key={service.id}>
              <div className={classes.service}>{service.name}</div>
              {service.description && <Text c="dimmed">{service.description}</Text>}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('portal.you')}>
        <dl className={classes.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{t(`portal.${name}`)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <Text c="dimmed" size="sm">
          {t('portal.theirs', { account: account.name })}
        </Text>
      </Panel>
      <Panel title={t('portal.settings')}>
        <PreferencesForm me={me.data} />
      </Panel>
    </>
  );
}
