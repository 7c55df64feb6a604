import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { TeamSelect } from '@/choices/TeamSelect';
import { teamsQuery } from '@/choices/teams';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { useFields } from '@/ui/useFields';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { AccessFields } from '../AccessFields';
import { NEW, type UserValues } from '../values';
import classes from './Batch.module.css';
import { BatchActions } from './BatchActions';
import { BatchLines } from './BatchLines';
import { BatchText } from './BatchText';
import { useBatch } from './useBatch';

/** Many representatives at once: pasted or dropped, looked at, added; what is left is corrected where it stands (PPL-12). */
export function BatchPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const me = useUser();
  const { team_id } = useSearch({ from: '/inside/users/batch' });
  const { data: teams = [] } = useQuery(teamsQuery);
  const form = useFields<UserValues>({
    ...NEW,
    team_id: team_id ?? me?.team_ids[0] ?? null,
    ...(me?.role === 'team_manager' && { company_access: me.company_access }),
  });
  const team = teams.find(({ id }) => id === form.values.team_id)?.name;
  const { judged, added, error, problem, busy, check, commit, forget } = useBatch(
    text,
    setText,
    form.values,
    team,
  );
  useLeaveGuard(text.trim() !== '' && !busy);
  return (
    <>
      <PageHeader
        title={t('shell.batch')}
        subtitle={t('batch.intro')}
        before={<BackLink to="/users">{t('shell.users')}</BackLink>}
      />
      <Panel title={t('batch.lines')}>
        <BatchText
          value={text}
          onChange={(typed) => {
            setText(typed);
            forget();
          }}
          error={problem?.of('lines')}
        />
      </Panel>
      <Panel title={t('batch.for_all')}>
        {teams.length > 0 && (
          <TeamSelect
            className={classes.team}
            label={t('batch.team')}
            description={t('batch.team_hint')}
            none={t('team.none')}
            value={form.values.team_id}
            onChange={(id) => {
              form.set('team_id', id);
              forget();
            }}
          />
        )}
        <AccessFields form={{ ...form, errors: problem?.byField() ?? {} }} />
      </Panel>
      {error && <ErrorNotice error={error} />}
      <BatchActions
        judged={added === undefined ? judged : undefined}
        busy={busy}
        onCheck={check}
        onCommit={commit}
        added={added}
      />
      {text && added !== undefined && added > 0 && <Text c="dimmed">{t('batch.rest')}</Text>}
      {judged && <BatchLines items={judged.items} isRest={added !== undefined} />}
    </>
  );
}
