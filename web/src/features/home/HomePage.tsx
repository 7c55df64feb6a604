import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { useUser } from '@/api/useSession';
import { OwnTeam } from '@/parts/OwnTeam';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { CustomersByCompany } from './CustomersByCompany';
import { CustomersOverTime } from './CustomersOverTime';
import { FirstSteps } from './FirstSteps';
import { Foretaste } from './Foretaste';
import classes from './HomePage.module.css';
import { NewestCustomers } from './NewestCustomers';
import { newestQuery } from './queries';
import { RecentImports } from './RecentImports';
import { Running } from './Running';

/** What somebody wants to know first in the morning. */
export function HomePage() {
  const { t } = useTranslation();
  const user = useUser();
  const seesImports = useMay('manage_imports');
  const mayManage = useMay('manage_customers');
  const newest = useQuery(newestQuery);
  const isNew = newest.data?.items.length === 0 && mayManage;
  return (
    <>
      <PageHeader
        title={t('home.title', { name: user?.first_name })}
        actions={
          mayManage &&
          !isNew && (
            <Group gap="xs">
              <ButtonLink to="/import" variant="default" leftSection={<Icon name="import" size={16} />}>
                {t('customers.import')}
              </ButtonLink>
              <ButtonLink to="/customers/new" leftSection={<Icon name="plus" size={16} />}>
                {t('customers.new')}
              </ButtonLink>
            </Group>
          )
        }
      />
      <OwnTeam />
      {seesImports && <Running />}
      {isNew && (
        <>
          <FirstSteps />
          <Foretaste />
        </>
      )}
      {!isNew && (
        <div className={classes.columns}>
          <div className={classes.column}>
            <CustomersOverTime />
            {seesImports && <RecentImports />}
          </div>
          <div className={classes.column}>
            <CustomersByCompany />
            <NewestCustomers />
          </div>
        </div>
      )}
    </>
  );
}
