import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { portalsQuery } from '@/choices/portals';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { StatusDot } from '@/ui/StatusDot';
import { PortalTabs } from './PortalTabs';
import { portalQuery } from './queries';
import { keyOf } from './ways';

const CopyPortal = lazyPart(() => import('./CopyPortal').then((module) => module.CopyPortal));
const DeletePortal = lazyPart(() => import('./DeletePortal').then((module) => module.DeletePortal));

/** All about one portal: where it is, how it looks, who serves it, and what came through it. */
export function PortalPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/portals/$id' });
  const mayManage = useMay('manage_portals');
  const known = useQuery(portalQuery(id));
  const { data: portals = [] } = useQuery(portalsQuery);
  const [asked, setAsked] = useState<'copy' | 'delete'>();
  const close = () => setAsked(undefined);
  const portal = known.data?.thing;
  const others = portals.filter((one) => one.id !== id);
  return (
    <>
      <PageHeader
        title={portal?.name ?? t('shell.portals')}
        before={<BackLink to="/portals">{t('shell.portals')}</BackLink>}
        subtitle={
          portal && (
            <Group gap="6px 14px">
              <StatusDot tone={portal.status === 'active' ? 'good' : 'calm'}>
                {t(`portals.status.${portal.status}`)}
              </StatusDot>
              <span>{t(`portals.way.${keyOf(portal)}`)}</span>
            </Group>
          )
        }
        actions={
          portal && (
            <Group gap="xs">
              {portal.status === 'active' && (
                <Button
                  component="a"
                  href={portal.address}
                  target="_blank"
                  rel="noreferrer"
                  leftSection={<Icon name="open" size={16} />}
                >
                  {t('portals.open')}
                </Button>
              )}
              {mayManage && others.length > 0 && (
                <Button
                  variant="default"
                  leftSection={<Icon name="copy" size={16} />}
                  onClick={() => setAsked('copy')}
                >
                  {t('portal_copy.control')}
                </Button>
              )}
              {mayManage && (
                <Button
                  variant="default"
                  c="var(--mantine-color-error)"
                  leftSection={<Icon name="trash" size={16} />}
                  onClick={() => setAsked('delete')}
                >
                  {t('portals.delete')}
                </Button>
              )}
            </Group>
          )
        }
      />
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Skeleton h={420} />}
      {known.data && <PortalTabs key={id} known={known.data} />}
      {asked === 'copy' && portal && <CopyPortal portal={portal} others={others} onClose={close} />}
      {asked === 'delete' && known.data && <DeletePortal known={known.data} onClose={close} />}
    </>
  );
}
