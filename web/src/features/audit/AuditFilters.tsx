import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { lazyPart } from '@/ui/lazyPart';
import type { Chip } from './AuditChips';
import classes from './AuditFilters.module.css';
import { type AuditSearch, THINGS } from './search';

const AuditChips = lazyPart(() => import('./AuditChips').then((module) => module.AuditChips));

/** Names for what the address has as ids, where the page knows them. */
type Props = { nameOfWho: string | undefined; nameOfSubject: string | undefined };

export function AuditFilters({ nameOfWho, nameOfSubject }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const search = useSearch({ from: '/inside/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const change = (part: AuditSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const who = search.who && t('audit.only_by', { who: nameOfWho ?? t('audit.one_person') });
  const subject = search.subject && t('audit.only_about', { what: nameOfSubject ?? t('audit.one_thing') });
  const chips: Chip[] = [];
  if (who) chips.push({ label: who, remove: () => change({ who: undefined }) });
  if (subject) chips.push({ label: subject, remove: () => change({ subject: undefined }) });
  return (
    <search>
      <div className={classes.filters}>
        <NativeSelect
          label={t('audit.what')}
          value={search.action?.split('.')[0] ?? ''}
          onChange={(event) => change({ action: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('audit.anything') },
            ...THINGS.map((thing) => ({ value: thing, label: t(`audit.thing.${thing}`) })),
          ]}
        />
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(`audit.${end}`)}
            value={search[end] ?? ''}
            min={end === 'to' ? search.from : undefined}
            max={end === 'from' ? search.to : undefined}
            onChange={(event) => change({ [end]: event.currentTarget.value || undefined })}
          />
        ))}
        <Button
          variant="default"
          disabled={search.who === user?.id}
          onClick={() => change({ who: user?.id })}
        >
          {t('audit.mine')}
        </Button>
      </div>
      {chips.length > 0 && <AuditChips chips={chips} />}
    </search>
  );
}
