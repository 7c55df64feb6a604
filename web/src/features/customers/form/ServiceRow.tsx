import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Access } from '@/api/types';
import classes from './AccessFields.module.css';
import type { Offer } from './services';

type Props = {
  offer: Offer;
  /** Without it the row only tells. */
  onChange?: (access: Access | undefined) => void;
};

const ACCESS: Access[] = ['portal_access', 'no_portal_access'];

export function ServiceRow({ offer: { service, given, inherited, open }, onChange }: Props) {
  const { t } = useTranslation();
  const none = t(inherited ? 'customer.inherited' : 'customer.service_access.not_given');
  return (
    <li className={classes.service}>
      <div>
        <div className={classes.name}>{service.name}</div>
        <div className={classes.marks}>
          {service.description && <span>{service.description}</span>}
          {inherited && given && <span className={classes.inherited}>{t('customer.inherited')}</span>}
          {service.status === 'retired' && (
            <span className={classes.wrong}>{t('customer.service_retired')}</span>
          )}
          {!open && <span className={classes.wrong}>{t('customer.service_closed')}</span>}
        </div>
      </div>
      {onChange ? (
        <NativeSelect
          aria-label={t('customer.access_to', { service: service.name })}
          value={given ?? ''}
          onChange={({ currentTarget }) => onChange(ACCESS.find((access) => access === currentTarget.value))}
          data={[
            { value: '', label: none },
            ...ACCESS.map((value) => ({ value, label: t(`customer.service_access.${value}`) })),
          ]}
        />
      ) : (
        <span>{given ? t(`customer.service_access.${given}`) : none}</span>
      )}
    </li>
  );
}
