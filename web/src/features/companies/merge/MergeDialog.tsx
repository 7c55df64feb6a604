import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Company } from '@/api/types';
import { CompanySelect } from '@/choices/CompanySelect';
import { companyQuery } from '@/choices/companies';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { type Pair, useMerge } from '../queries';
import { MergePreview } from './MergePreview';

/** Which other company, which of both goes, and what that would do. */
export function MergeDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [other, setOther] = useState<string>();
  const [goes, setGoes] = useState<'this' | 'other'>('this');
  const merging = useMerge((id) => void navigate({ to: '/companies/merges/$id', params: { id } }));
  const chosen = useQuery({ ...companyQuery(other ?? ''), enabled: other !== undefined }).data;
  const pair: Pair | undefined =
    other === undefined
      ? undefined
      : goes === 'this'
        ? { from: company.id, into: other }
        : { from: other, into: company.id };
  const sentence = (from: string, into: string) => t('merge.becomes', { from, into });
  return (
    <Dialog title={t('merge.title', { name: company.name })} onClose={onClose} size="lg">
      <Form
        error={merging.error}
        busy={merging.isPending}
        onSubmit={() => pair && merging.mutate(pair)}
        submit={t('merge.submit')}
        onCancel={onClose}
        disabled={!pair}
      >
        <Text>{t('merge.intro')}</Text>
        <CompanySelect
          label={t('merge.other')}
          placeholder={t('merge.other_placeholder')}
          value={other}
          onChange={(id) => {
            setOther(id);
            // The complaint is about the one chosen before.
            merging.reset();
          }}
          error={merging.isError ? Problem.of(merging.error).of('company_id') : undefined}
        />
        {chosen && pair && (
          <>
            <Radio.Group
              label={t('merge.which')}
              value={goes}
              onChange={(value) => setGoes(value === 'this' ? 'this' : 'other')}
            >
              <Stack gap="xs" pt={6}>
                <Radio value="this" label={sentence(company.name, chosen.name)} />
                <Radio value="other" label={sentence(chosen.name, company.name)} />
              </Stack>
            </Radio.Group>
            <MergePreview pair={pair} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
