import { useTranslation } from 'react-i18next';
import { lazyField } from '@/ui/lazyField';
import type { Props } from './CompanyCombobox';

const Combobox = lazyField<Props>(() => import('./CompanyCombobox').then((module) => module.CompanyCombobox));

/** One company, or none. */
export function CompanySelect({ placeholder, ...props }: Props) {
  const { t } = useTranslation();
  return <Combobox placeholder={placeholder ?? t('customers.any_company')} {...props} />;
}
