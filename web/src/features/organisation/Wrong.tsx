import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import type { Told } from './errors';
import type { Span } from './json';
import classes from './Organisation.module.css';

type Props = { wrong: Told[]; onShow: (span: Span) => void };

/** Everything that is wrong with a file, each with its place, and the way there. */
export function Wrong({ wrong, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" title={t('organisation.wrong', { count: wrong.length })}>
      <ul className={classes.wrong}>
        {wrong.map(({ place, message, span }) => (
          <li key={`${place} ${message}`}>
            {span && (
              <button type="button" className={classes.line} onClick={() => onShow(span)}>
                {t('organisation.line', { line: span.line })}
              </button>
            )}{' '}
            <span className={classes.place}>{place}</span>
            <br />
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
