import { Skeleton, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { type CustomerTab, TABS } from '../search';
import { DataTab } from './DataTab';
import { OverviewTab } from './OverviewTab';

const AccessTab = lazyPart(
  () => import('./AccessTab').then((module) => module.AccessTab),
  () => <Skeleton h={320} />,
);

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
        <AccessTab known={known} />
      </Tabs.Panel>
      {seesData && (
        <Tabs.Panel value="data">
          <DataTab known={known} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
