import { Button } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';

export type More = {
  onMore: () => void;
  loading: boolean;
  /** Goes on by itself when the end comes into sight. */
  auto?: boolean;
};

export function MoreRows({ more: { onMore, loading, auto } }: { more: More }) {
  const { t } = useTranslation();
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const goOn = auto && inViewport && !loading;
  useEffect(() => {
    if (goOn) onMore();
  }, [goOn, onMore]);
  return (
    <div className={classes.more} ref={ref}>
      <Button variant="subtle" size="compact-md" onClick={onMore} loading={loading}>
        {t('common.load_more')}
      </Button>
    </div>
  );
}
