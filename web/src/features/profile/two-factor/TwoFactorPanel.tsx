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
  // It can be moved to another device then, and not be switched off.
  const stays = on && user.two_factor_required;
  return (
    <Panel title={t('two_factor.title')}>
      <Text c="dimmed" maw={640}>
        {t('two_factor.intro')}
      </Text>
      <Group gap="md" mt="sm">
        <StatusDot tone={on ? 'good' : 'calm'}>{t(on ? 'two_factor.on' : 'two_factor.off')}</StatusDot>
        {stays ? (
          <Button variant="default" onClick={() => setOpen('on')}>
            {t('two_factor.other_device')}
          </Button>
        ) : (
          <Button variant={on ? 'default' : 'filled'} onClick={() => setOpen(on ? 'off' : 'on')}>
            {t(on ? 'two_factor.switch_off' : 'two_factor.switch_on')}
          </Button>
        )}
      </Group>
      {stays && (
        <Text c="dimmed" size="sm" mt="xs">
          {t('two_factor.required')}
        </Text>
      )}
      {open === 'on' && <SwitchOn login={user.login} onClose={close} />}
      {open === 'off' && <SwitchOff onClose={close} />}
    </Panel>
  );
}
