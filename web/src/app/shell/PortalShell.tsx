import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { leavePortal, savePreferences } from '@/api/portal';
import { usePortalCustomer } from '@/api/useSession';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { TimeZone } from '@/ui/useFormat';
import { AccountBrand } from '../AccountBrand';
import { LanguageSelect } from '../LanguageSelect';
import { ThemeSelect } from '../ThemeSelect';
import { useAccent } from '../useAccent';
import classes from './PortalShell.module.css';

/** The frame of the portal: whose it is, who is signed in, and the way out. */
export function PortalShell() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const customer = usePortalCustomer();
  const leave = useMutation({ mutationFn: leavePortal });
  const speak = useMutation({
    mutationFn: savePreferences,
    // What the server has said so far, it said in the other language.
    onSuccess: () => queries.invalidateQueries(),
  });
  useAccent(customer?.account.accent_colour);
  if (!customer) return null;
  return (
    <TimeZone value={customer.time_zone}>
      <div className={classes.page}>
        <header className={classes.top}>
          <span className={classes.account}>
            <AccountBrand account={customer.account} />
          </span>
          <span className={classes.who}>{`${customer.first_name} ${customer.last_name}`.trim()}</span>
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="leave" size={16} />}
            loading={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('shell.sign_out')}
          </Button>
        </header>
        <main className={classes.main}>
          {leave.isError && <ErrorNotice error={leave.error} />}
          {speak.isError && <ErrorNotice error={speak.error} />}
          <Outlet />
        </main>
        <footer className={classes.foot}>
          <LanguageSelect onChosen={(locale) => speak.mutate({ locale })} />
          <ThemeSelect />
        </footer>
      </div>
    </TimeZone>
  );
}
