import { Skeleton, Tabs } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { CompanyDetail } from '@/api/types';
import { lazyPart } from '@/ui/lazyPart';
import classes from './CompanyTabs.module.css';
import { contactsOf, customersOf, devicesOf, servicesQuery, usersOf } from './queries';
import { type CompanyTab, TABS } from './tabs';
import { CustomersTab } from './tabs/CustomersTab';
import type { ListOf } from './tabs/list';

const Bones = () => <Skeleton h={320} />;
const DevicesTab = lazyPart(() => import('./tabs/DevicesTab').then((module) => module.DevicesTab), Bones);
const UsersTab = lazyPart(() => import('./tabs/UsersTab').then((module) => module.UsersTab), Bones);
const ContactsTab = lazyPart(() => import('./tabs/ContactsTab').then((module) => module.ContactsTab), Bones);
const ServicesTab = lazyPart(() => import('./tabs/ServicesTab').then((module) => module.ServicesTab), Bones);

/** How many there are as far as one knows: “50+” while there are more. */
function countOf<Item>({ data, hasNextPage }: ListOf<Item>, counts = (_: Item) => true) {
  const count = data?.pages.flatMap(({ items }) => items).filter(counts).length;
  return count === undefined ? undefined : `${count}${hasNextPage ? '+' : ''}`;
}

/** The tab is in the address, so that a link leads to it. */
export function CompanyTabs({ company }: { company: CompanyDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/companies/$id' });
  const { tab = 'customers' } = useSearch({ from: '/inside/companies/$id' });
  const { id } = company;
  const customers = useInfiniteQuery({ ...customersOf(id), enabled: useMay('see_customers') });
  const devices = useInfiniteQuery({ ...devicesOf(id), enabled: useMay('see_devices') });
  const users = useInfiniteQuery({ ...usersOf(id), enabled: useMay('see_users') });
  const contacts = useInfiniteQuery({ ...contactsOf(id), enabled: useMay('see_contacts') });
  const services = useQuery({ ...servicesQuery, enabled: useMay('see_services') });
  const open = services.data?.filter(({ company_ids: ids }) => ids.length === 0 || ids.includes(id));
  const counts: Record<CompanyTab, string | undefined> = {
    customers: company.customers?.toString() ?? countOf(customers),
    devices: countOf(devices),
    users: countOf(users),
    // Users have a tab of their own.
    contacts: countOf(contacts, ({ kind }) => kind !== 'user'),
    services: open?.length.toString(),
  };
  const choose = (value: string | null) =>
    void navigate({
      search: value === 'customers' ? {} : { tab: value as CompanyTab },
      replace: true,
      resetScroll: false,
    });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('company.tabs', { name: company.name })}>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`shell.${name}`)}
            {counts[name] && <span className={classes.count}>{counts[name]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="customers">
        <CustomersTab company={company} list={customers} />
      </Tabs.Panel>
      <Tabs.Panel value="devices">
        <DevicesTab company={company} list={devices} />
      </Tabs.Panel>
      <Tabs.Panel value="users">
        <UsersTab company={company} list={users} />
      </Tabs.Panel>
      <Tabs.Panel value="contacts">
        <ContactsTab company={company} list={contacts} />
      </Tabs.Panel>
      <Tabs.Panel value="services">
        <ServicesTab company={company} services={open} error={services.error} />
      </Tabs.Panel>
    </Tabs>
  );
}
