import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import { getPortal } from '@/api/portals';
import type { Portal } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { FeatureList } from './FeatureList';
import classes from './Features.module.css';
import type { Kinds } from './model';
import { PortalRow } from './PortalRow';
import { featuresQuery, kindsOf } from './queries';
import { withTaken } from './taken';
import { usePortalFeatures } from './usePortalFeatures';

/** What a portal takes away; a tab of its page. Nothing that it says gives anybody anything. */
export function PortalFeaturesPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/portals/$id' });
  const mayManage = useMay('manage_portals');
  const setsUp = useMay('set_up_teams');
  const account = useQuery(featuresQuery);
  const portal = useQuery({
    queryKey: ['portals', 'one', id],
    queryFn: ({ signal }) => getPortal(id, signal),
  });
  const error = account.error ?? portal.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void account.refetch()} />;
  if (!account.data || !portal.data) return <Skeleton h={480} />;
  const kinds = kindsOf(account.data.thing);
  return (
    <div className={classes.form}>
      <div className={classes.intro}>
        <Text c="dimmed" maw={640}>
          {t('portal_features.intro')}
        </Text>
        {setsUp && (
          <AnchorLink to="/features/matrix" search={{ portal_id: id }} size="sm">
            {t('portal_features.matrix')}
          </AnchorLink>
        )}
      </div>
      {mayManage ? (
        <Changing
          key={id}
          known={portal.data}
          kinds={kinds}
          reload={() => portal.refetch({ throwOnError: true })}
        />
      ) : (
        <FeatureList>
          {(key) => {
            const kind = kinds.get(key);
            return kind && <PortalRow key={key} name={key} kind={kind} said={portal.data.thing.features} />;
          }}
        </FeatureList>
      )}
    </div>
  );
}

type Props = { known: Versioned<Portal>; kinds: Kinds; reload: () => Promise<unknown> };

function Changing({ known: { thing, etag }, kinds, reload }: Props) {
  const { t } = useTranslation();
  const form = usePortalFeatures({ id: thing.id, said: thing.features, etag, reload });
  const isDirty = form.changed.length > 0;
  useLeaveGuard(isDirty && !form.saving);
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    form.submit();
  }
  return (
    <form onSubmit={onSubmit} className={classes.form}>
      {form.merged && (
        <Notice tone="warn" title={t('portal_features.stale')}>
          {t('portal_features.stale_merged')}
        </Notice>
      )}
      {form.saved && !isDirty && <Notice tone="good" title={t('portal_features.saved')} />}
      <FeatureList>
        {(key) => {
          const kind = kinds.get(key);
          return (
            kind && (
              <PortalRow
                key={key}
                name={key}
                kind={kind}
                said={form.said}
                onChange={(value) => form.set(withTaken(form.said, key, value))}
              />
            )
          );
        }}
      </FeatureList>
      {(isDirty || Boolean(form.error)) && (
        <div className={classes.bar}>
          {Boolean(form.error) && <ErrorNotice error={form.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={form.undo} disabled={form.saving}>
              {t('portal_features.undo')}
            </Button>
            <Button type="submit" loading={form.saving}>
              {t('common.save')}
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
}
