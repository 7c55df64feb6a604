import { useId } from 'react';
import classes from './TrendChart.module.css';
import { marks, paths } from './trend';
import { useFormat } from './useFormat';

export type Point = { key: string; value: number; hint: string };

/** A number over time, for the eye and the mouse; whoever can't see it needs the figures beside it. */
export function TrendChart({ points, from, to }: { points: Point[]; from: string; to: string }) {
  const format = useFormat();
  const gradient = useId();
  const axis = marks(Math.max(...points.map(({ value }) => value)));
  const top = axis.at(-1) ?? 1;
  const { line, area } = paths(
    points.map(({ value }) => value),
    top,
  );
  return (
    <div className={classes.chart} aria-hidden="true">
      <div className={classes.marks}>
        {axis.toReversed().map((mark) => (
          <span key={mark}>{format.number(mark)}</span>
        ))}
      </div>
      <div className={classes.plot}>
        <svg className={classes.drawing} viewBox="0 0 100 100" preserveAspectRatio="none">
          <title>{`${from} – ${to}`}</title>
          <defs>
            <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" className={classes.deep} />
              <stop offset="1" className={classes.pale} />
            </linearGradient>
          </defs>
          {axis.map((mark) => (
            <path key={mark} className={classes.rule} d={`M0 ${100 - (mark / top) * 100}H100`} />
          ))}
          <path d={area} fill={`url(#${gradient})`} />
          <path className={classes.line} d={line} />
        </svg>
        <div className={classes.days}>
          {points.map(({ key, value, hint }) => (
            <span key={key} className={classes.day} title={hint}>
              <span className={classes.dot} style={{ bottom: `${(value / top) * 100}%` }} />
            </span>
          ))}
        </div>
      </div>
      <div className={classes.ends}>
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}
