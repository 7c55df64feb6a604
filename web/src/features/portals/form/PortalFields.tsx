import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/Panel';
import { AskedFields } from './AskedFields';
import classes from './Form.module.css';
import { LooksFields } from './LooksFields';
import { NameFields } from './NameFields';
import type { PartProps } from './part';
import { TextFields } from './TextFields';
import { WayFields } from './WayFields';

/** All that can be said of a portal (POR-1, POR-2, POR-3). */
export function PortalFields(props: PartProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.parts}>
      <Panel title={t('portals.part_name')}>
        <NameFields {...props} />
      </Panel>
      <Panel title={t('portals.part_way')}>
        <WayFields {...props} />
      </Panel>
      <Panel title={t('portals.part_asked')}>
        <AskedFields {...props} />
      </Panel>
      <Panel title={t('portals.part_texts')}>
        <TextFields {...props} />
      </Panel>
      <Panel title={t('portals.part_looks')}>
        <LooksFields {...props} />
      </Panel>
    </div>
  );
}
