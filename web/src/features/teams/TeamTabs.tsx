import { Skeleton, Tabs } from '@mantine/core';
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Team } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { RepresentativesTab } from './RepresentativesTab';
import { TABS, type Tab, type TeamTab } from './tabs';

const Bones = () => <Skeleton h={320} />;
const SettingsTab = lazyPart(() => import('./SettingsTab').then((module) => module.SettingsTab), Bones);
const ManagersTab = lazyPart(() => import('./ManagersTab').then((module) => module.ManagersTab), Bones);

type Props = { known: Versioned<Team>; parent: Team | undefined };

/** The tab is in the address, so that a link leads to it. */
export function TeamTabs({ known, parent }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { tab } = useSearch({ from: '/inside/teams/$id' });
  const { id, name } = known.thing;
  const value: Tab = pathname.endsWith('/features') ? 'features' : (tab ?? 'representatives');
  const choose = (to: string | null) => {
    const how = { params: { id }, replace: true, resetScroll: false };
    if (to === 'features') return void navigate({ to: '/teams/$id/features', ...how });
    const search = to === 'representatives' ? {} : { tab: to as TeamTab };
    void navigate({ to: '/teams/$id', search, ...how });
  };
  return (
    <Tabs value={value} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('teams.tabs', { team: name })}>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`teams.tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="representatives">
        <RepresentativesTab team={known.thing} parent={parent} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsTab known={known} parent={parent} />
      </Tabs.Panel>
      <Tabs.Panel value="features">
        <Outlet />
      </Tabs.Panel>
      <Tabs.Panel value="managers">
        <ManagersTab team={known.thing} parent={parent} />
      </Tabs.Panel>
    </Tabs>
  );
}
