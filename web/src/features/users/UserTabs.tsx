import { Tabs } from '@mantine/core';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Of representatives there is what they may use, besides who they are; the tab is in the address. */
export function UserTabs({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const tab = pathname.endsWith('/features') ? 'features' : 'details';
  const choose = (to: string | null) =>
    void navigate({
      to: to === 'features' ? '/users/$id/features' : '/users/$id',
      params: { id },
      replace: true,
      resetScroll: false,
    });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="details">{t('users.tab_details')}</Tabs.Tab>
        <Tabs.Tab value="features">{t('shell.features')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details">{children}</Tabs.Panel>
      <Tabs.Panel value="features">
        <Outlet />
      </Tabs.Panel>
    </Tabs>
  );
}
