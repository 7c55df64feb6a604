import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/Panel';
import { TrendChart } from '@/ui/TrendChart';
import { useFormat } from '@/ui/useFormat';

/** How many customers an account like this one may have had on ninety days: a first file, some by hand, another file. */
const MADE_UP = Array.from({ length: 90 }, (_, at) => (at < 8 ? 0 : 120 + at * 2 + (at > 52 ? 190 : 0)));

/** What the home page shows once there are customers, with made-up figures. */
export function Foretaste() {
  const { t } = useTranslation();
  const format = useFormat();
  const points = MADE_UP.map((value, at) => ({ key: String(at), value, hint: format.number(value) }));
  return (
    <Panel title={t('home.foretaste_title')}>
      <Text c="dimmed" mb="md">
        {t('home.foretaste_detail')}
      </Text>
      <TrendChart points={points} from={t('home.foretaste_from')} to={t('home.foretaste_to')} />
    </Panel>
  );
}
