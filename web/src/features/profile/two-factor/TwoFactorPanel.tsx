import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { Panel } from '@/ui/Panel';
import { StatusDot } from '@/ui/StatusDot';
import { SwitchOff } from './SwitchOff';

const SwitchOn = lazyPart(() => import('./SwitchOn').then((module) => module.SwitchOn));

/** Whether a code of an app is asked for besides the password (PPL-8). */
export function TwoFactorPanel({ user }: { user: User }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'on' | 'off'>();
  const close = () => setOpen(undefined);
  const on = user.two_factor;
  return (
    <Panel title={t('two_factor.title')}>
      <Text c="dimmed" maw={640}>
        {t('two_factor.intro')}
      </Text>
      <Group gap="md" mt="sm">
        <StatusDot tone={on ? 'good' : 'calm'}>{t(on ? 'two_factor.on' : 'two_factor.off')}</StatusDot>
        <Button variant={on ? 'default' : 'filled'} onClick={() => setOpen(on ? 'off' : 'on')}>
          {t(on ? 'two_factor.switch_off' : 'two_factor.switch_on')}
        </Button>
      </Group>
      {open === 'on' && <SwitchOn login={user.login} onClose={close} />}
      {open === 'off' && <SwitchOff onClose={close} />}
    </Panel>
  );
}
