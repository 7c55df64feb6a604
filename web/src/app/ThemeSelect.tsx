import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const SCHEMES: MantineColorScheme[] = ['auto', 'light', 'dark'];

export function ThemeSelect() {
  const { t } = useTranslation();
  // Halting transitions for the switch takes a <style> element, which the security policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <NativeSelect
      size="xs"
      aria-label={t('shell.theme')}
      data={SCHEMES.map((value) => ({ value, label: t(`shell.theme_${value}`) }))}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
    />
  );
}
