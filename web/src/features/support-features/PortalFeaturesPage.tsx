import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { getPortal, savePortalFeatures } from '@/api/portals';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { FeatureList } from './FeatureList';
import classes from './Features.module.css';
import { FeaturesForm } from './FeaturesForm';
import { PortalRow } from './PortalRow';
import { featuresQuery, kindsOf } from './queries';
import { takenTo } from './taken';

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
        <FeaturesForm
          key={id}
          source={{
            own: { level: 'portal', said: portal.data.thing.features },
            above: [],
            etag: portal.data.etag,
            save: savePortalFeatures(id),
            reload: () => portal.refetch({ throwOnError: true }),
          }}
          kinds={kinds}
          row={(name, kind, form) => (
            <PortalRow
              key={name}
              name={name}
              kind={kind}
              said={form.said}
              onChange={(value) => form.set(name, takenTo(value))}
            />
          )}
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
