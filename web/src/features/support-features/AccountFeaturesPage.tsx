import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveFeatures } from '@/api/features';
import { useMay } from '@/api/permissions';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import classes from './Features.module.css';
import { FeaturesForm } from './FeaturesForm';
import { KnownFeatures } from './KnownFeatures';
import type { Place } from './model';
import { featuresQuery, kindsOf } from './queries';

/** What holds for all representatives as long as no team and nobody of them says otherwise (SET-3). */
export function AccountFeaturesPage() {
  const { t } = useTranslation();
  const mayChange = useMay('manage_settings');
  const known = useQuery(featuresQuery);
  const own: Place | undefined = known.data && { level: 'account', said: known.data.thing.features };
  return (
    <>
      <PageHeader
        title={t('shell.features')}
        subtitle={t('features.intro')}
        actions={
          <ButtonLink to="/features/matrix" variant="default">
            {t('features.matrix')}
          </ButtonLink>
        }
      />
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Skeleton h={480} />}
      {known.data && own && (
        <div className={classes.form}>
          {mayChange ? (
            <FeaturesForm
              source={{
                own,
                above: [],
                etag: known.data.etag,
                save: saveFeatures,
                reload: () => known.refetch({ throwOnError: true }),
              }}
              kinds={kindsOf(known.data.thing)}
            />
          ) : (
            <KnownFeatures own={own} above={[]} kinds={kindsOf(known.data.thing)} />
          )}
        </div>
      )}
    </>
  );
}
