import { Anchor, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { EmailText } from '@/ui/EmailText';
import { Icon } from '@/ui/Icon';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { AvatarButton } from '../avatar/AvatarButton';
import { nameOf } from '../names';
import { AccessChips } from './AccessChips';
import classes from './CustomerHead.module.css';

/** Who it is at a glance: face, name, company, address, access. */
export function CustomerHead({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const { company, job_title, email = '' } = person;
  return (
    <header className={classes.head}>
      <AvatarButton person={person} />
      <div className={classes.who}>
        <Title order={1}>{nameOf(person)}</Title>
        <div className={classes.line}>
          {job_title && <span>{job_title}</span>}
          {company && (
            <AnchorLink to="/companies/$id" params={{ id: company.id }}>
              {company.name}
            </AnchorLink>
          )}
          <Anchor href={`mailto:${email}`}>
            <EmailText>{email}</EmailText>
          </Anchor>
        </div>
        <AccessChips person={person} />
      </div>
      {mayManage && (
        <div className={classes.actions}>
          <ButtonLink
            to="/customers/$id/edit"
            params={{ id: person.id }}
            variant="default"
            leftSection={<Icon name="edit" size={16} />}
          >
            {t('customer.edit')}
          </ButtonLink>
        </div>
      )}
    </header>
  );
}
