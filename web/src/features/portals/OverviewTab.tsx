import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Portal } from '@/api/types';
import { useUser } from '@/api/useSession';
import { CompanyLink } from '@/choices/CompanyLink';
import { TeamLink } from '@/choices/TeamLink';
import { teamsQuery } from '@/choices/teams';
import { CopyBlock } from '@/ui/CopyBlock';
import { Facts } from '@/ui/Facts';
import { ButtonLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { addressOf, embedCode } from './address';
import classes from './Portal.module.css';
import { FIELDS } from './values';
import { keyOf } from './ways';

/** Where it is, how other sites show it, and what it is. */
export function OverviewTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const account = useUser()?.account;
  const seesTeams = useMay('see_teams');
  const setsUpTeams = useMay('manage_teams');
  const { data: teams } = useQuery({ ...teamsQuery, enabled: seesTeams });
  const serving = teams?.filter(({ effective }) => effective.portal_id === portal.id);
  const address = addressOf(portal.slug);
  const copy = { copy: t('portals.copy'), copied: t('shown_once.copied') };
  const asked = [
    ...FIELDS.filter((field) => (portal.fields[field] ?? 'hidden') !== 'hidden').map((field) =>
      t(`portals.field.${field}`),
    ),
    ...(portal.fields.custom ?? []).map(({ label }) => label ?? ''),
  ];
  return (
    <div className={classes.parts}>
      {portal.status === 'inactive' && (
        <Notice tone="warn" title={t('portals.closed')}>
          {t('portals.closed_detail')}
        </Notice>
      )}
      {/* Others may see none of those that there are. */}
      {setsUpTeams && serving?.length === 0 && (
        <Notice
          tone="calm"
          title={t('portals.unserved')}
          actions={
            <ButtonLink to="/teams" size="xs" variant="default">
              {t('portals.to_teams')}
            </ButtonLink>
          }
        >
          {t('portals.unserved_detail')}
        </Notice>
      )}
      <Panel title={t('portals.address')}>
        <p className={classes.note}>{t('portals.address_hint')}</p>
        <CopyBlock value={address} {...copy}>
          <Anchor href={portal.address} target="_blank" rel="noreferrer" inherit>
            {address}
          </Anchor>
        </CopyBlock>
      </Panel>
      <Panel title={t('portals.embed')}>
        <p className={classes.note}>{t('portals.embed_hint')}</p>
        <CopyBlock value={embedCode(portal.slug, portal.accent_colour ?? account?.accent_colour)} {...copy} />
      </Panel>
      <Panel title={t('portals.about')}>
        <Facts
          facts={[
            {
              name: t('portals.part_way'),
              value: `${t(`portals.way.${keyOf(portal)}`)}. ${t(`portals.way_hint.${keyOf(portal)}`)}`,
              wide: true,
            },
            { name: t('portals.part_asked'), value: format.list(asked), wide: true },
            {
              name: t('portals.served_by'),
              value: serving && serving.length > 0 && (
                <span className={classes.teams}>
                  {serving.map(({ id }) => (
                    <TeamLink key={id} id={id} />
                  ))}
                </span>
              ),
            },
            {
              name: t('customers.company'),
              value: portal.company_id && <CompanyLink id={portal.company_id} />,
            },
            { name: t('portals.made'), value: format.date(portal.created_at) },
          ]}
        />
      </Panel>
    </div>
  );
}
