import { Icon } from '@/ui/Icon';
import classes from './Tray.module.css';

/** Holds the place of what runs until it is there: nothing around it moves. */
export const TrayPlace = () => (
  <div className={classes.button} aria-hidden="true">
    <Icon name="activity" />
  </div>
);
