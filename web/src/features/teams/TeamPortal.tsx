import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Team } from '@/api/types';
import { PortalLink } from '@/choices/PortalLink';
import { PortalSelect } from '@/choices/PortalSelect';
import { portalsQuery } from '@/choices/portals';
import { Facts } from '@/ui/Facts';
import { Panel } from '@/ui/Panel';
import { Tick } from '@/ui/Tick';
import classes from './TeamPortal.module.css';
import type { TeamForm } from './useTeamForm';

/** Which portal its representatives serve, and of it all or some subportals (TEA-1, POR-4). */
export function PortalFields({ form, parent }: { form: TeamForm; parent: Team | undefined }) {
  const { t } = useTranslation();
  const id = useId();
  const { data: portals = [] } = useQuery(portalsQuery);
  const { values, errors, set } = form;
  if (portals.length === 0 && !values.portal_id) return null;
  const portal = portals.find((one) => one.id === values.portal_id);
  const above = portals.find((one) => one.id === parent?.effective.portal_id);
  const isSome = values.subportal_ids.length > 0;
  return (
    <Panel title={t('team_portal.title')}>
      <PortalSelect
        label={t('team_portal.portal')}
        description={t('team_portal.hint')}
        none={above ? t('team_portal.as_above', { portal: above.name }) : t('team_portal.none')}
        maw={420}
        value={values.portal_id}
        error={errors.portal_id}
        onChange={(chosen) => {
          set('portal_id', chosen ?? '');
          set('subportal_ids', []);
        }}
      />
      {portal && portal.subportals.length > 1 && (
        <fieldset className={classes.group} aria-describedby={`${id}-hint`}>
          <legend>{t('team_portal.subportals')}</legend>
          <p className={classes.hint} id={`${id}-hint`}>
            {t(isSome ? 'team_portal.some' : 'team_portal.all')}
          </p>
          {portal.subportals.map((subportal) => (
            <label key={subportal.id} htmlFor={`${id}-${subportal.id}`} className={classes.one}>
              <Tick
                id={`${id}-${subportal.id}`}
                checked={values.subportal_ids.includes(subportal.id)}
                onChange={(checked) =>
                  set(
                    'subportal_ids',
                    portal.subportals
                      .map((one) => one.id)
                      .filter((one) => (one === subportal.id ? checked : values.subportal_ids.includes(one))),
                  )
                }
              />
              {subportal.name}
            </label>
          ))}
          {errors.subportal_ids && <Input.Error>{errors.subportal_ids}</Input.Error>}
        </fieldset>
      )}
    </Panel>
  );
}

/** The same for those who may look only; where nobody has said which, there is nothing to see. */
export function PortalFacts({ team: { effective } }: { team: Team }) {
  const { t } = useTranslation();
  const { data: portals = [] } = useQuery({ ...portalsQuery, enabled: useMay('see_portals') });
  const portal = portals.find(({ id }) => id === effective.portal_id);
  if (!portal) return null;
  const served = portal.subportals.filter(({ id }) => effective.subportal_ids.includes(id));
  return (
    <Panel title={t('team_portal.title')}>
      <Facts
        facts={[
          { name: t('team_portal.portal'), value: <PortalLink id={portal.id} /> },
          {
            name: t('team_portal.subportals'),
            value:
              portal.subportals.length > 1 &&
              (served.map(({ name }) => name).join(', ') || t('team_portal.all')),
          },
        ]}
      />
    </Panel>
  );
}
