import { Skeleton, Tabs } from '@mantine/core';
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Portal } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { OverviewTab } from './OverviewTab';
import { type PortalTab, TABS, type Tab } from './tabs';

const Bones = () => <Skeleton h={320} />;
const SettingsTab = lazyPart(() => import('./SettingsTab').then((module) => module.SettingsTab), Bones);
const RepresentativesTab = lazyPart(
  () => import('./RepresentativesTab').then((module) => module.RepresentativesTab),
  Bones,
);
const SubportalsTab = lazyPart(() => import('./SubportalsTab').then((module) => module.SubportalsTab), Bones);
const QueryList = lazyPart(() => import('./queries/QueryList').then((module) => module.QueryList), Bones);

/** The tab is in the address, so that a link leads to it. */
export function PortalTabs({ known }: { known: Versioned<Portal> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayManage = useMay('manage_portals');
  const { tab } = useSearch({ from: '/inside/portals/$id' });
  const { id, name } = known.thing;
  const value: Tab = pathname.endsWith('/features') ? 'features' : (tab ?? 'overview');
  const choose = (to: string | null) => {
    const how = { params: { id }, replace: true, resetScroll: false };
    if (to === 'features') return void navigate({ to: '/portals/$id/features', ...how });
    const search = to === 'overview' ? {} : { tab: to as PortalTab };
    void navigate({ to: '/portals/$id', search, ...how });
  };
  return (
    <Tabs value={value} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('portals.tabs', { portal: name })}>
        {TABS.filter((one) => mayManage || one !== 'settings').map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`portals.tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab portal={known.thing} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsTab known={known} />
      </Tabs.Panel>
      <Tabs.Panel value="representatives">
        <RepresentativesTab portal={known.thing} />
      </Tabs.Panel>
      <Tabs.Panel value="subportals">
        <SubportalsTab portal={known.thing} />
      </Tabs.Panel>
      <Tabs.Panel value="features">
        <Outlet />
      </Tabs.Panel>
      <Tabs.Panel value="queries">
        <QueryList portal_id={id} />
      </Tabs.Panel>
    </Tabs>
  );
}
