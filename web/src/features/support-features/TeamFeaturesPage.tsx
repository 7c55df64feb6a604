import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { saveTeamFeatures } from '@/api/features';
import { useMay } from '@/api/permissions';
import type { Team } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import classes from './Features.module.css';
import { FeaturesForm } from './FeaturesForm';
import { KnownFeatures } from './KnownFeatures';
import type { Place } from './model';
import { featuresQuery, kindsOf, teamQuery } from './queries';
import { useAbove } from './useAbove';

const placeOf = ({ name, parent_id, features }: Team): Place => ({
  level: parent_id ? 'subteam' : 'team',
  name,
  said: features,
});

/** What a team says of features; a tab of its page. */
export function TeamFeaturesPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/teams/$id' });
  const maySetUp = useMay('set_up_teams');
  const account = useQuery(featuresQuery);
  const team = useQuery(teamQuery(id));
  const above = useAbove(account.data?.thing, team.data?.thing.parent_id);
  const error = account.error ?? team.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void account.refetch()} />;
  if (!account.data || !team.data || !above) return <Skeleton h={480} />;
  const own = placeOf(team.data.thing);
  const kinds = kindsOf(account.data.thing);
  return (
    <div className={classes.form}>
      <div className={classes.intro}>
        <Text c="dimmed" maw={640}>
          {t('features.team_intro')}{' '}
          {team.data.thing.parent_id && !above.some(({ level }) => level === 'team') && (
            <span>{t('features.parent_unseen')}</span>
          )}
        </Text>
        {maySetUp && (
          <AnchorLink to="/features/matrix" search={{ team_id: id }} size="sm">
            {t('features.matrix')}
          </AnchorLink>
        )}
      </div>
      {maySetUp ? (
        <FeaturesForm
          key={id}
          source={{
            own,
            above,
            etag: team.data.etag,
            save: saveTeamFeatures(id),
            reload: () => team.refetch({ throwOnError: true }),
          }}
          kinds={kinds}
        />
      ) : (
        <KnownFeatures own={own} above={above} kinds={kinds} />
      )}
    </div>
  );
}
