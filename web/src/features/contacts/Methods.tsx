import { Button, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactMethod } from '@/api/types';
import { EmailText } from '@/ui/EmailText';
import { Icon } from '@/ui/Icon';
import { RowActions } from '@/ui/RowActions';
import { StatusDot } from '@/ui/StatusDot';
import type { Open } from './ContactDialogs';
import classes from './Methods.module.css';
import { iconOf, isUnconfirmed } from './methods';

type Props = { contact: Contact /** Left out: one only looks. */; onOpen?: (open: Open) => void };

/** How somebody is reached, a line for each way. */
export function Methods({ contact, onOpen }: Props) {
  const { t } = useTranslation();
  const nobody = contact.methods.length === 0 && !contact.email;
  return (
    <div className={classes.methods}>
      {nobody && (
        <Text size="sm" c="dimmed">
          {t('contacts.no_methods')}
        </Text>
      )}
      {!nobody && (
        <ul className={classes.list} aria-label={t('contacts.methods_of', { name: contact.name })}>
          {contact.email && (
            <li className={classes.line}>
              <Icon name="mail" size={16} />
              <span className={classes.said}>
                <span className={classes.address}>
                  <EmailText>{contact.email}</EmailText>
                </span>
                <Text span size="sm" c="dimmed">
                  {t('contacts.own_address')}
                </Text>
              </span>
            </li>
          )}
          {contact.methods.map((method) => (
            <Line key={method.id} contact={contact} method={method} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {onOpen && (
        <Button
          size="compact-sm"
          variant="subtle"
          ml={-8}
          leftSection={<Icon name="plus" size={14} />}
          aria-label={t('contacts.add_method_to', { name: contact.name })}
          onClick={() => onOpen({ what: 'add', contact })}
        >
          {t('contacts.add_method')}
        </Button>
      )}
    </div>
  );
}

function Line({ contact, method, onOpen }: Props & { method: ContactMethod }) {
  const { t } = useTranslation();
  const { address, kind, label, uses } = method;
  const unconfirmed = isUnconfirmed(method);
  const about = [label, ...uses.map((use) => t(`contacts.use.${use}`))].filter(Boolean).join(' · ');
  return (
    <li className={classes.line}>
      <Icon name={iconOf(kind)} size={16} />
      <VisuallyHidden>{t(`contacts.kind.${kind}`)}</VisuallyHidden>
      <span className={classes.said}>
        <span className={classes.address}>
          <EmailText>{address}</EmailText>
        </span>
        <Text span size="sm" c="dimmed">
          {about}
        </Text>
        {unconfirmed && <StatusDot tone="warn">{t('contacts.unconfirmed')}</StatusDot>}
      </span>
      {onOpen && (
        <span className={classes.actions}>
          <RowActions
            actions={[
              unconfirmed
                ? {
                    icon: 'mail',
                    label: t('contacts.ask_title', { address }),
                    onClick: () => onOpen({ what: 'ask', contact, method }),
                  }
                : {
                    icon: 'send',
                    label: t('contacts.test_title', { address }),
                    onClick: () => onOpen({ what: 'test', contact, method }),
                  },
              {
                icon: 'edit',
                label: t('contacts.edit_title', { name: address }),
                onClick: () => onOpen({ what: 'change', contact, method }),
              },
              {
                icon: 'trash',
                label: `${t('contacts.remove_method')}: ${address}`,
                onClick: () => onOpen({ what: 'remove', contact, method }),
              },
            ]}
          />
        </span>
      )}
    </li>
  );
}
