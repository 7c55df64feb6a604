import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { ModuleSeats } from '@/api/types';
import { Panel } from '@/ui/Panel';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { Holders } from './Holders';
import { KindFigures } from './KindFigures';
import classes from './Seats.module.css';
import { UseChart } from './UseChart';

type Props = { seats: ModuleSeats; onChange: () => void };

export function ModulePanel({ seats: { module, named, shared, waiting }, onChange }: Props) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_seats');
  const mayLook = useMay('see_users');
  const format = useFormat();
  const name = t(`users.module.${module}`);
  return (
    <Panel
      title={name}
      actions={
        mayManage && (
          <Button
            variant="default"
            size="xs"
            aria-label={format.pair(t('seats.change'), name)}
            onClick={onChange}
          >
            {t('seats.change')}
          </Button>
        )
      }
    >
      <div className={classes.kinds}>
        <KindFigures kind="named" counts={named}>
          {mayLook && named.assigned > 0 && <Holders module={module} assigned={named.assigned} />}
        </KindFigures>
        <KindFigures kind="shared" counts={shared} />
      </div>
      {waiting > 0 && <StatusDot tone="warn">{t('seats.waiting', { count: waiting })}</StatusDot>}
      <UseChart module={module} />
    </Panel>
  );
}
