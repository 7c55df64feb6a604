import { Tabs } from '@mantine/core';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { id: string; hasFeatures: boolean; children: ReactNode };

/**
 * Of representatives there is what they may use, besides who they are; the tab is in the address. Who becomes one while they are
 * changed keeps the form that they are changed by.
 */
export function UserTabs({ id, hasFeatures, children }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const tabs = useId();
  const isFeatures = hasFeatures && pathname.endsWith('/features');
  const choose = (to: string | null) =>
    void navigate({
      to: to === 'features' ? '/users/$id/features' : '/users/$id',
      params: { id },
      replace: true,
      resetScroll: false,
    });
  // As Mantine's own panel has them.
  const panel = { role: 'tabpanel', id: `${tabs}-panel-details`, 'aria-labelledby': `${tabs}-tab-details` };
  return (
    <Tabs id={tabs} value={isFeatures ? 'features' : 'details'} onChange={choose} keepMounted={false}>
      {hasFeatures && (
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{t('users.tab_details')}</Tabs.Tab>
          <Tabs.Tab value="features">{t('shell.features')}</Tabs.Tab>
        </Tabs.List>
      )}
      {!isFeatures && <div {...(hasFeatures && panel)}>{children}</div>}
      {hasFeatures && (
        <Tabs.Panel value="features">
          <Outlet />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
