import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmailText } from '@/ui/EmailText';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Facts } from '@/ui/Facts';
import { Icon } from '@/ui/Icon';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import classes from './PortalPage.module.css';
import { PreferencesForm } from './PreferencesForm';
import { portalMeQuery } from './queries';

/** What the portal is for a customer: who they are there, for which services, and their settings. */
export function PortalPage() {
  const { t, i18n } = useTranslation();
  const me = useQuery(portalMeQuery);
  if (me.isError) return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <Skeleton h={320} />;
  const { first_name, last_name, email, company, services, account, ask_at } = me.data;
  return (
    <>
      <PageHeader title={t('portal.welcome', { name: first_name || last_name })} />
      {ask_at.length > 0 && (
        <Panel title={t('portal.ask')}>
          <Group gap="xs">
            {ask_at.map(({ name, address }) => (
              <Button
                key={address}
                component="a"
                href={`${address}?${new URLSearchParams({ lang: i18n.language })}`}
                leftSection={<Icon name="mail" size={16} />}
              >
                {name}
              </Button>
            ))}
          </Group>
        </Panel>
      )}
      <Panel title={t('portal.services')}>
        {services.length === 0 && (
          <Text c="dimmed">{t('portal.no_services', { account: account.name })}</Text>
        )}
        <ul className={classes.services}>
          {services.map((service) => (
            <li key={service.id} className={classes.service}>
              <span className={classes.mark}>
                <Icon name="layers" size={20} />
              </span>
              <div>
                <div className={classes.name}>{service.name}</div>
                {service.description && <Text c="dimmed">{service.description}</Text>}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('portal.you')}>
        <Facts
          facts={[
            { name: t('portal.name'), value: `${first_name} ${last_name}`.trim() },
            { name: t('portal.email'), value: <EmailText>{email}</EmailText> },
            { name: t('portal.company'), value: company?.name },
          ]}
        />
        <Text c="dimmed" size="sm" mt="sm">
          {t('portal.theirs', { account: account.name })}
        </Text>
      </Panel>
      <Panel title={t('portal.settings')}>
        <PreferencesForm me={me.data} />
      </Panel>
    </>
  );
}
