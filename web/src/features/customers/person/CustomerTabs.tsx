import { Skeleton, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { type CustomerTab, TABS } from '../search';
import { DataTab } from './DataTab';
import { OverviewTab } from './OverviewTab';

const AccessTab = lazy(() => import('./AccessTab').then((module) => ({ default: module.AccessTab })));

/** The tab is in the address, so that a link leads to it. */
export function CustomerTabs({ known }: { known: Versioned<Person> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/inside/customers/$id' });
  const seesData = useMay('manage_personal_data');
  const { thing: person } = known;
  const choose = (value: string | null) =>
    void navigate({
      to: '/customers/$id',
      params: { id: person.id },
      search: value === 'overview' ? {} : { tab: value as CustomerTab },
      replace: true,
      resetScroll: false,
    });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md">
        {TABS.filter((name) => name !== 'data' || seesData).map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`customer.tab_${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab person={person} />
      </Tabs.Panel>
      <Tabs.Panel value="access">
        <Suspense fallback={<Skeleton h={320} />}>
          <AccessTab known={known} />
        </Suspense>
      </Tabs.Panel>
      {seesData && (
        <Tabs.Panel value="data">
          <DataTab known={known} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
