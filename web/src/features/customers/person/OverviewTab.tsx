import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { EmailText } from '@/ui/EmailText';
import { type Fact, Facts } from '@/ui/Facts';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import classes from './OverviewTab.module.css';

/** A number as a link that dials it. */
const dial = (number: string | undefined) =>
  number && <Anchor href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</Anchor>;

export function OverviewTab({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seesImports = useMay('manage_imports');
  const { email = '', email_aliases = [], locale, time_zone, import_id } = person;
  const who: Fact[] = [
    { name: t('customer.email'), value: <EmailText>{email}</EmailText> },
    { name: t('customer.email_aliases'), value: email_aliases.join('\n') },
    { name: t('customer.company'), value: person.company?.name },
    { name: t('customer.job_title'), value: person.job_title },
    { name: t('customer.department'), value: person.department },
    { name: t('customer.office_phone'), value: dial(person.office_phone) },
    { name: t('customer.mobile_phone'), value: dial(person.mobile_phone) },
    { name: t('customer.other_phone'), value: dial(person.other_phone) },
    { name: t('customer.fax'), value: person.fax },
    { name: t('customer.address'), value: person.address },
  ];
  const mails: Fact[] = [
    { name: t('customer.locale'), value: locale && format.language(locale) },
    { name: t('customer.time_zone'), value: time_zone },
    { name: t('customer.email_format'), value: t(`customer.format_${person.email_format ?? 'html'}`) },
    { name: t('customer.feedback_mails'), value: t(person.feedback_mails ? 'common.yes' : 'common.no') },
    { name: t('customer.created_at'), value: format.time(person.created_at) },
    { name: t('customer.updated_at'), value: format.time(person.updated_at) },
    {
      name: t('customer.origin'),
      value: import_id && seesImports && (
        <AnchorLink to="/import/$id" params={{ id: import_id }}>
          {t('customer.from_import')}
        </AnchorLink>
      ),
    },
  ];
  return (
    <Stack gap="md">
      <Panel title={t('customer.part_contact')}>
        <Facts facts={who} />
      </Panel>
      <Panel title={t('customer.notes')}>
        {person.notes ? (
          <Text className={classes.lines}>{person.notes}</Text>
        ) : (
          <Text c="dimmed">{t('customer.notes_none')}</Text>
        )}
      </Panel>
      <Panel title={t('customer.part_mails')}>
        <Facts facts={mails} />
      </Panel>
    </Stack>
  );
}
