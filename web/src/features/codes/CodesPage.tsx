import { Group, NativeSelect, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { Locale } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { CodeCard } from './CodeCard';
import classes from './Codes.module.css';
import { NewCode } from './NewCode';
import { codesQuery } from './queries';
import { TakeBack } from './TakeBack';

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}

/** A representative's own codes, each for somebody who is on the telephone now (POR-5). */
export function CodesPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const codes = useQuery(codesQuery);
  const [language, setLanguage] = useState(i18n.language as Locale);
  const [taking, setTaking] = useState<string>();
  const waiting = codes.data?.items.filter(({ expires_at }) => Date.parse(expires_at) > now);
  const choice = (
    <Group gap="xs">
      <Text size="sm" c="dimmed" aria-hidden="true">
        {t('codes.language')}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('codes.language')}
        value={language}
        onChange={({ currentTarget: { value } }) =>
          setLanguage(LOCALES.find((locale) => locale === value) ?? language)
        }
        data={LOCALES.map((value) => ({ value, label: format.language(value) }))}
      />
    </Group>
  );
  return (
    <>
      <PageHeader title={t('shell.codes')} subtitle={t('codes.intro')} />
      <Panel title={t('codes.new')}>
        <NewCode />
      </Panel>
      {codes.isError && <ErrorNotice error={codes.error} onRetry={() => void codes.refetch()} />}
      {codes.isPending && <Skeleton h={160} />}
      {waiting && (
        <Panel title={t('codes.waiting')} actions={waiting.length > 0 && choice}>
          {waiting.length === 0 && (
            <EmptyState title={t('codes.none_title')}>{t('codes.none_detail')}</EmptyState>
          )}
          <ul className={classes.cards}>
            {waiting.map((code) => (
              <CodeCard
                key={code.code}
                code={code}
                language={language}
                now={now}
                onTakeBack={() => setTaking(code.code)}
              />
            ))}
          </ul>
        </Panel>
      )}
      {taking && <TakeBack code={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}
