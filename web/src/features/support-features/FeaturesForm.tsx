import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureWhy } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { FeatureList } from './FeatureList';
import { FeatureRow } from './FeatureRow';
import classes from './Features.module.css';
import { Impact } from './Impact';
import type { FeatureKey, Kind, Kinds } from './model';
import { type FeaturesForm as Form, type Source, useFeaturesForm } from './useFeaturesForm';

type Props = {
  source: Source;
  kinds: Kinds;
  /** How each came about, of a representative. */
  why?: FeatureWhy[];
  /** The feature of which somebody wants to know. */
  asked?: string | undefined;
  /** A feature, where it is not said as it is elsewhere. */
  row?: (name: FeatureKey, kind: Kind, form: Form) => ReactNode;
};

/** What somebody says of features: chosen, tried, saved. */
export function FeaturesForm({ source, kinds, why, asked, row }: Props) {
  const { t } = useTranslation();
  const form = useFeaturesForm(source);
  const { impact, changed } = form;
  const isDirty = changed.length > 0;
  const told = useRef<HTMLDivElement>(null);
  useLeaveGuard(isDirty && !form.busy);
  useEffect(() => {
    if (impact) told.current?.scrollIntoView({ block: 'nearest' });
  }, [impact]);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    form.submit();
  }

  return (
    <form onSubmit={onSubmit} className={classes.form}>
      {form.merged && (
        <Notice tone="warn" title={t('features.stale_title')}>
          {t('features.stale_merged')}
        </Notice>
      )}
      {form.saved && !isDirty && <Notice tone="good" title={t('features.saved')} />}
      <FeatureList asked={asked}>
        {(key) => {
          const kind = kinds.get(key);
          if (kind && row) return row(key, kind, form);
          return (
            kind && (
              <FeatureRow
                key={key}
                name={key}
                kind={kind}
                form={form}
                why={why?.find((one) => one.key === (key as string))}
                isAsked={asked === key}
              />
            )
          );
        }}
      </FeatureList>
      {(isDirty || Boolean(form.error)) && (
        <div className={classes.bar} ref={told}>
          {Boolean(form.error) && <ErrorNotice error={form.error} />}
          {impact && isDirty && <Impact impact={impact} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={form.undo} disabled={form.busy}>
              {t('features.reset')}
            </Button>
            <Button type="submit" loading={form.busy}>
              {impact ? t('common.save') : t('features.check')}
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
}
