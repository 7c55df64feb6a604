import { NativeSelect, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import classes from './ScopeChoice.module.css';
import { areasOpenTo, type Level, type Levels, levelsOf } from './scopes';

type Props = { value: Levels; onChange: (levels: Levels) => void; error: string | undefined };

/** One line for each area: nothing, see, or see and change. */
export function ScopeChoice({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const user = useUser();
  return (
    <fieldset className={classes.areas} aria-describedby={error ? id : undefined}>
      <legend className={classes.legend}>{t('api_keys.scopes')}</legend>
      {areasOpenTo(user?.role).map((area, at) => (
        <div
          key={area}
          className={classes.area}
          data-chosen={(value[area] ?? 'none') !== 'none' || undefined}
        >
          <span aria-hidden="true">{t(`api_keys.area.${area}`)}</span>
          <NativeSelect
            size="xs"
            aria-label={t(`api_keys.area.${area}`)}
            error={Boolean(error) && at === 0}
            data={levelsOf(area).map((level) => ({ value: level, label: t(`api_keys.level_${level}`) }))}
            value={value[area] ?? 'none'}
            onChange={(event) => onChange({ ...value, [area]: event.currentTarget.value as Level })}
          />
        </div>
      ))}
      {error && (
        <Text id={id} size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
    </fieldset>
  );
}
