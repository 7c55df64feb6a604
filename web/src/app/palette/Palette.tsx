import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { EmailText } from '@/ui/EmailText';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import classes from './Palette.module.css';
import { useFoundCompanies } from './useFoundCompanies';
import { useFoundCustomers } from './useFoundCustomers';
import { useFoundPortals } from './useFoundPortals';
import { useFoundTeams } from './useFoundTeams';
import { usePages } from './usePages';

/** From anywhere to any page, company or customer, by keyboard alone. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('palette.title')} onClose={onClose} size="lg">
      <Choice onDone={onClose} />
    </Dialog>
  );
}

function Choice({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const pages = usePages(text);
  const { customers, searching, error } = useFoundCustomers(text);
  const companies = useFoundCompanies(text);
  const combobox = useCombobox({ opened: true, onOpenedChange: (stays) => !stays && onDone() });
  const teams = useFoundTeams(text);
  const portals = useFoundPortals(text);
  const options = pages.length + companies.length + teams.length + portals.length + customers.length;
  const { selectFirstOption } = combobox;
  const id = useId();
  // The field names its list, and the option that is chosen in it, once it is drawn after them.
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or another number of options is another list
  useEffect(() => {
    selectFirstOption();
    draw();
  }, [text, options, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(to) => {
        onDone();
        router.history.push(to);
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          role="combobox"
          data-autofocus
          aria-label={t('palette.field')}
          placeholder={t('palette.field')}
          leftSection={<Icon name="search" size={16} />}
          rightSection={searching && <Loader size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      {error && <ErrorNotice error={error} />}
      <Combobox.Options id={id} className={classes.options} aria-label={t('palette.title')}>
        {pages.length > 0 && (
          <Combobox.Group label={t('palette.pages')}>
            {pages.map(({ to, label }) => (
              <Combobox.Option key={to} value={to}>
                {label}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {companies.length > 0 && (
          <Combobox.Group label={t('shell.companies')}>
            {companies.map(({ id, name }) => (
              <Combobox.Option key={id} value={`/companies/${id}`}>
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {teams.length > 0 && (
          <Combobox.Group label={t('shell.teams')}>
            {teams.map(({ value, label }) => (
              <Combobox.Option key={value} value={`/teams/${value}`}>
                {label}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {portals.length > 0 && (
          <Combobox.Group label={t('shell.portals')}>
            {portals.map(({ value, label }) => (
              <Combobox.Option key={value} value={`/portals/${value}`}>
                {label}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {customers.length > 0 && (
          <Combobox.Group label={t('palette.customers')}>
            {customers.map(({ id, first_name, last_name, email, company }) => (
              <Combobox.Option key={id} value={`/customers/${id}`}>
                <span className={classes.name}>{`${first_name} ${last_name}`.trim() || email}</span>{' '}
                <span className={classes.more}>
                  <EmailText>{email}</EmailText>
                  {company && ` · ${company.name}`}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
      </Combobox.Options>
      <p className={classes.hint} role="status">
        {options === 0 && !searching ? t('palette.nothing') : t('palette.keys')}
      </p>
    </Combobox>
  );
}
