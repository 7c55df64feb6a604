import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { portalsQuery } from '@/choices/portals';
import { AnchorLink } from '@/ui/links';

/** The way to a company's portal, if it has one (COM-1). */
export function CompanyPortal({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...portalsQuery, enabled: useMay('see_portals') });
  const portal = data?.find(({ company_id }) => company_id === id);
  return portal ? (
    <>
      {' · '}
      <AnchorLink to="/portals/$id" params={{ id: portal.id }} size="sm" underline="always">
        {t('shell.portal_of', { name: portal.name })}
      </AnchorLink>
    </>
  ) : null;
}
