import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { saveUserFeatures } from '@/api/features';
import { useMay } from '@/api/permissions';
import { useUser } from '@/api/useSession';
import { TeamLink } from '@/choices/TeamLink';
import { ErrorNotice } from '@/ui/ErrorNotice';
import classes from './Features.module.css';
import { FeaturesForm } from './FeaturesForm';
import { KnownFeatures } from './KnownFeatures';
import { aboveOf, type Place } from './model';
import { featuresQuery, kindsOf, userFeaturesQuery } from './queries';
import { useTeamNames } from './useAbove';

/** What holds for one representative, and why; and what is said for them alone (SET-4). A tab of their page. */
export function UserFeaturesPage() {
  const { t } = useTranslation();
  const me = useUser();
  const { id } = useParams({ from: '/inside/users/$id' });
  const { key: asked } = useSearch({ from: '/inside/users/$id/features' });
  const maySetUp = useMay('set_up_teams');
  const account = useQuery(featuresQuery);
  const known = useQuery(userFeaturesQuery(id));
  const names = useTeamNames(known.data?.thing.team_id);
  const error = account.error ?? known.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void known.refetch()} />;
  if (!account.data || !known.data || !names) return <Skeleton h={480} />;
  const { features, effective, team_id } = known.data.thing;
  const above = aboveOf(effective, names);
  const own: Place = { level: 'representative', said: features };
  const kinds = kindsOf(account.data.thing);
  return (
    <div className={classes.form}>
      <div className={classes.intro}>
        <Text c="dimmed" maw={640}>
          {me?.id !== id && maySetUp && t('features.user_intro')}
        </Text>
        {team_id && (
          <span>
            {t('team.one')} <TeamLink id={team_id} />
          </span>
        )}
      </div>
      {maySetUp ? (
        <FeaturesForm
          key={id}
          source={{
            own,
            above,
            etag: known.data.etag,
            save: saveUserFeatures(id),
            reload: () => known.refetch({ throwOnError: true }),
          }}
          kinds={kinds}
          why={effective}
          asked={asked}
        />
      ) : (
        <KnownFeatures {...{ own, above, kinds, asked }} why={effective} />
      )}
    </div>
  );
}
