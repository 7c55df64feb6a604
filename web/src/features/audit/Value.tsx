import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listServices } from '@/api/customers';
import { LOCALES } from '@/api/locales';
import { companyQuery } from '@/choices/companies';
import { portalsQuery } from '@/choices/portals';
import { pathOf, teamsQuery } from '@/choices/teams';
import { useFormat } from '@/ui/useFormat';
import { useWord } from './useWord';
import { isEmpty } from './words';

/** Where the texts for parts of values are; the last that knows one has it. */
const PLACES = ['setting.form', 'setting.end', 'feature.label', 'audit.field', 'verdict'];

const TIME = /^\d{4}-\d\d-\d\dT/;

/** Where the texts for a field's words are. */
const WORDS: Record<string, (word: string) => string> = {
  portal_access: (word) => `customers.portal_access.${word}`,
  activation: (word) => `customers.activation_state.${word}`,
  role: (word) => `role.${word}`,
  email_format: (word) => `customer.format_${word}`,
  // A service is active or retired; an active one is called as an active user is.
  status: (word) =>
    ({ retired: 'audit.way.retired', inactive: 'audit.way.inactive' })[word] ?? `users.status.${word}`,
  company_access: (word) => `users.${word}`,
  rights: (word) => `users.right.${word}`,
  modules: (word) => `users.module.${word}`,
  remote_support: (word) => `users.seat.${word}`,
  service_desk: (word) => `users.seat.${word}`,
  state: (word) => `imports.state.${word}`,
  kind: (word) => `contacts.kind.${word}`,
  uses: (word) => `contacts.use.${word}`,
  session_recording: (word) => `setting.choice.${word}`,
  session_visibility: (word) => `setting.choice.${word}`,
  outcome: (word) => `setting.use.${word}`,
  notes: (word) => `setting.use.${word}`,
  reference: (word) => `setting.use.${word}`,
  who: (word) => `setting.who.${word}`,
  mode: (word) => `audit.way.${word}`,
  type: (word) => `audit.way.${word}`,
  /** Of a field that a portal asks for. */
  use: (word) => `setting.use.${word}`,
};

/** A value as people say it: names instead of ids, times as they are written where they live. */
export function Value({ field, value }: { field: string; value: unknown }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const word = useWord();
  /** What a part of a value is: a verdict, a language, a form of a word, a field. */
  const nameOf = (key: string) =>
    LOCALES.some((locale) => locale === key)
      ? format.language(key)
      : PLACES.reduce((name, place) => word(`${place}.${key}`, name), key);
  if (isEmpty(value)) return t('audit.nothing');
  if (field === 'logo') return t('common.yes');
  if (field === 'shared_seat_timeout') return format.wait(Number(value));
  if (Array.isArray(value)) {
    if (String(value[0]).startsWith('cus_')) return t('customers.shown', { count: value.length });
    if (String(value[0]).startsWith('dev_')) return t('audit.devices', { count: value.length });
    if (String(value[0]).startsWith('usr_')) return t('audit.users', { count: value.length });
    if (String(value[0]).startsWith('con_')) return t('audit.contacts', { count: value.length });
    return value.map((one, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the values never move
      <span key={at}>
        {at > 0 && ', '}
        <Value field={field} value={one} />
      </span>
    ));
  }
  if (isSaid(value)) return <Said said={value} />;
  if (isAsked(value)) return value.required ? `${value.label} (${t('audit.field.required')})` : value.label;
  if (typeof value === 'object') {
    return Object.entries(value as object)
      .filter(([key, inner]) => key !== 'id' && !isEmpty(inner) && inner !== 0)
      .map(([key, inner], at) => (
        <span key={key}>
          {at > 0 && ', '}
          {!key.endsWith('_id') &&
            format.pair(nameOf(field === 'fields' && key === 'custom' ? 'own_fields' : key), '')}
          <Value field={field === 'fields' && typeof inner === 'string' ? 'use' : key} value={inner} />
        </span>
      ));
  }
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  const text = String(value);
  if (field === 'locale') return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(text) ?? text;
  if (text.startsWith('cmp_')) return <CompanyName id={text} />;
  if (text.startsWith('tea_')) return <TeamName id={text} />;
  if (text.startsWith('por_')) return <PortalName id={text} />;
  if (text.startsWith('sub_')) return <SubportalName id={text} />;
  if (text.startsWith('svc_')) return <ServiceName id={text} />;
  if (TIME.test(text)) return format.time(text);
  return word(WORDS[field]?.(text) ?? '', text);
}

/** A field of a portal's own. */
const isAsked = (value: unknown): value is { label: string; required: boolean } =>
  typeof value === 'object' && value !== null && 'label' in value && 'required' in value;

type SaidOfFeature = { value: unknown; locked?: boolean; by: unknown };

/** What somebody says of a feature; who and when, the entry itself tells. */
const isSaid = (value: unknown): value is SaidOfFeature =>
  typeof value === 'object' && value !== null && 'value' in value && 'by' in value;

function Said({ said: { value, locked } }: { said: SaidOfFeature }) {
  const { t } = useTranslation();
  const word = useWord();
  const name = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
  const text = word(`feature.value.${name}`, name);
  return locked ? `${text} (${t('audit.locked')})` : text;
}

function TeamName({ id }: { id: string }) {
  const { data = [] } = useQuery(teamsQuery);
  return pathOf(data, id) ?? id;
}

function PortalName({ id }: { id: string }) {
  const { data = [] } = useQuery(portalsQuery);
  return data.find((portal) => portal.id === id)?.name ?? id;
}

function SubportalName({ id }: { id: string }) {
  const { data = [] } = useQuery(portalsQuery);
  return data.flatMap(({ subportals }) => subportals).find((one) => one.id === id)?.name ?? id;
}

function CompanyName({ id }: { id: string }) {
  const company = useQuery(companyQuery(id));
  return company.data?.name ?? id;
}

function ServiceName({ id }: { id: string }) {
  const services = useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => listServices(signal),
    staleTime: 60_000,
  });
  return services.data?.items.find((service) => service.id === id)?.name ?? id;
}
