import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import { ButtonLink } from '@/ui/links';

const CompanyDialog = lazyPart(() => import('./CompanyDialog').then((module) => module.CompanyDialog));
const DeleteCompany = lazyPart(() => import('./DeleteCompany').then((module) => module.DeleteCompany));
const MergeDialog = lazyPart(() => import('./merge/MergeDialog').then((module) => module.MergeDialog));

/** Where a company's settings are, and what a manager does with it. While it is in a merge, it can be renamed only. */
export function CompanyActions({ company }: { company: Company }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('manage_companies');
  const seesSettings = useMay('see_settings');
  const [open, setOpen] = useState<'rename' | 'merge' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <Group gap="xs">
      {seesSettings && (
        <ButtonLink variant="default" to="/companies/$id/settings" params={{ id: company.id }}>
          {t('shell.settings')}
        </ButtonLink>
      )}
      {mayChange && (
        <Button variant="default" onClick={() => setOpen('rename')}>
          {t('company.rename')}
        </Button>
      )}
      {mayChange && !company.merge && (
        <>
          <Button variant="default" onClick={() => setOpen('merge')}>
            {t('merge.open')}
          </Button>
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => setOpen('delete')}>
            {t('company.delete')}
          </Button>
        </>
      )}
      {open === 'rename' && <CompanyDialog company={company} onClose={close} />}
      {open === 'merge' && <MergeDialog company={company} onClose={close} />}
      {open === 'delete' && (
        <DeleteCompany
          company={company}
          onClose={close}
          onDeleted={() => void navigate({ to: '/companies' })}
          onMerge={() => setOpen('merge')}
        />
      )}
    </Group>
  );
}
