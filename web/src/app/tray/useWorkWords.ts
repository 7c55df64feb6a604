import { useTranslation } from 'react-i18next';
import type { Work } from './work';

export function useWorkWords() {
  const { t } = useTranslation();
  return {
    title: ({ kind, file }: Work) => (kind === 'import' ? t('tray.import', { file }) : t(`tray.${kind}`)),
    state: ({ state }: Work) => {
      switch (state) {
        case 'undoing':
          return t('imports.undoing');
        case 'waiting':
        case 'running':
        case 'done':
        case 'cancelled':
        case 'failed':
          return t(`tray.state.${state}`);
        default:
          return t(`imports.state.${state}`);
      }
    },
    tone: ({ state }: Work) => {
      if (state === 'failed') return 'bad';
      if (state === 'ready') return 'warn';
      return state === 'done' ? 'good' : 'calm';
    },
  } as const;
}
