import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/ui/links';
import classes from './Entrance.module.css';
import { Logo } from './Logo';

export function NotFoundPage() {
  const { t } = useTranslation();
  const title = t('error.not_found_title');
  return (
    <main className={classes.page}>
      <title>{`${title} · Deskhand`}</title>
      <div className={classes.top}>
        <Logo />
      </div>
      <Stack align="center" gap="sm" ta="center">
        <Title order={1}>{title}</Title>
        <Text c="dimmed" maw={380}>
          {t('error.not_found_detail')}
        </Text>
        <ButtonLink variant="default" to="/">
          {t('error.back_to_start')}
        </ButtonLink>
      </Stack>
    </main>
  );
}
