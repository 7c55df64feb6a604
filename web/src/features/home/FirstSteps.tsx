import { Anchor } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveSample } from '@/api/imports';
import { useMay } from '@/api/permissions';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import classes from './FirstSteps.module.css';
import { servicesQuery } from './queries';

/** What to do in an account that has no customers yet. */
export function FirstSteps() {
  const { t } = useTranslation();
  const mayInvite = useMay('manage_users');
  const services = useQuery(servicesQuery);
  const sample = useMutation({ mutationFn: saveSample });
  const steps = [
    {
      name: 'services',
      to: '/services',
      label: t('home.go_services'),
      done: (services.data?.length ?? 0) > 0,
    },
    { name: 'import', to: '/import', label: t('customers.import'), done: false },
    { name: 'customer', to: '/customers/new', label: t('customers.new'), done: false },
    ...(mayInvite
      ? [{ name: 'colleagues', to: '/users/new', label: t('home.go_colleagues'), done: false } as const]
      : []),
  ] as const;
  const next = steps.find(({ done }) => !done)?.name;
  return (
    <Panel title={t('home.start_title')}>
      <ol className={classes.steps}>
        {steps.map(({ name, to, label, done }, index) => (
          <li key={name} className={classes.step} data-done={done || undefined}>
            <span className={classes.number}>{done ? <Icon name="check" size={16} /> : index + 1}</span>
            <strong>{t(`home.step_${name}`)}</strong>
            <span className={classes.stepDetail}>{t(`home.step_${name}_detail`)}</span>
            {name === 'import' && (
              <Anchor component="button" type="button" size="sm" onClick={() => sample.mutate()}>
                {t('home.sample')}
              </Anchor>
            )}
            <ButtonLink to={to} variant={name === next ? 'filled' : 'default'} mt={6}>
              {label}
            </ButtonLink>
          </li>
        ))}
      </ol>
      {sample.isError && <ErrorNotice error={sample.error} />}
    </Panel>
  );
}
