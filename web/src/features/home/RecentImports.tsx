import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import, Verdict } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import page from './HomePage.module.css';
import { importsQuery } from './queries';
import classes from './RecentImports.module.css';

const VERDICTS: Verdict[] = ['create', 'update', 'exists', 'duplicate', 'invalid', 'denylisted'];
const SHOWN = 7;

const color = (verdict: Verdict) => `var(--dh-${verdict})`;
const countOf = ({ counts }: Import, verdict: Verdict) => counts[verdict] ?? 0;

/** A bar for each of the last files: how long it was, and how its rows fell out. */
export function RecentImports() {
  const { t } = useTranslation();
  const imports = useQuery(importsQuery);
  const files = imports.data?.items.filter(({ counts }) => counts.rows > 0).slice(0, SHOWN);
  const longest = Math.max(1, ...(files ?? []).map(({ counts }) => counts.rows));
  const met = VERDICTS.filter((verdict) => files?.some((file) => countOf(file, verdict) > 0));
  return (
    <Panel title={t('home.imports')} busy={imports.isPending}>
      {imports.isError && <ErrorNotice error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.isPending && <Skeleton h={220} />}
      {files?.length === 0 && <Text c="dimmed">{t('home.no_imports')}</Text>}
      {files && files.length > 0 && (
        <>
          <ul className={classes.bars}>
            {files.map((file) => (
              <ImportBar key={file.id} file={file} longest={longest} />
            ))}
          </ul>
          <ul className={classes.legend}>
            {met.map((verdict) => (
              <li key={verdict}>
                <span className={classes.swatch} style={{ background: color(verdict) }} />
                {t(`verdict.${verdict}`)}
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed" mt={6}>
            {t('home.imports_hint')}
          </Text>
        </>
      )}
      <div className={page.foot}>
        <AnchorLink to="/import">{t('home.all_imports')}</AnchorLink>
      </div>
    </Panel>
  );
}

function ImportBar({ file, longest }: { file: Import; longest: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = VERDICTS.filter((verdict) => countOf(file, verdict) > 0);
  const words = parts.map((verdict) =>
    format.pair(t(`verdict.${verdict}`), format.number(countOf(file, verdict))),
  );
  return (
    <li>
      <div className={classes.label}>
        <AnchorLink to="/import/$id" params={{ id: file.id }} title={file.file_name}>
          {file.file_name}
        </AnchorLink>
        <span>
          {t('home.rows', { count: file.counts.rows })} · {format.date(file.created_at)}
        </span>
      </div>
      {/* Never too short to be seen, however long the longest is. */}
      <div
        className={classes.track}
        role="img"
        aria-label={words.join(', ')}
        title={words.join(', ')}
        style={{ width: `${Math.max(4, (file.counts.rows / longest) * 100)}%` }}
      >
        {parts.map((verdict) => (
          <span
            key={verdict}
            className={classes.part}
            style={{ flexGrow: countOf(file, verdict), background: color(verdict) }}
          />
        ))}
      </div>
    </li>
  );
}
