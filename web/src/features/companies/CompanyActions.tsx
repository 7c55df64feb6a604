import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';

const CompanyDialog = lazyPart(() => import('./CompanyDialog').then((module) => module.CompanyDialog));
const DeleteCompany = lazyPart(() => import('./DeleteCompany').then((module) => module.DeleteCompany));
const MergeDialog = lazyPart(() => import('./merge/MergeDialog').then((module) => module.MergeDialog));

/** What a manager does with a company. While it is in a merge, it can be renamed only. */
export function CompanyActions({ company }: { company: Company }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayChange = useMay('manage_companies');
  const [open, setOpen] = useState<'rename' | 'merge' | 'delete'>();
  const close = () => setOpen(undefined);
  if (!mayChange) return null;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setOpen('rename')}>
        {t('company.rename')}
      </Button>
      {!company.merge && (
        <>
          <Button variant="default" onClick={() => setOpen('merge')}>
            {t('merge.open')}
          </Button>
          <Button variant="default" color="red" onClick={() => setOpen('delete')}>
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
