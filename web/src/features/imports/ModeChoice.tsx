import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportMode } from '@/api/types';

const MODES: ImportMode[] = ['create', 'update'];

type Props = { value: ImportMode; onChange: (mode: ImportMode) => void };

/** Chosen before the file is read, because the preview depends on it. */
export function ModeChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('imports.mode')}
      value={value}
      onChange={(chosen) => onChange(MODES.find((mode) => mode === chosen) ?? 'create')}
    >
      <Group gap="lg" pt={6} align="start">
        {MODES.map((mode) => (
          <Radio
            key={mode}
            value={mode}
            label={t(`imports.mode_${mode}`)}
            description={t(`imports.mode_${mode}_hint`)}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
