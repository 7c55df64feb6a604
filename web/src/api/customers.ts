import { api } from './http';
import type { Company, Customer, CustomerFilter, Page, Service } from './types';

export const listCustomers = (filter: CustomerFilter, cursor: string | null, signal: AbortSignal) =>
  api.get<Page<Customer>>('/v1/customers', { ...filter, cursor, limit: 50 }, signal);

export const listCompanies = (text: string, signal: AbortSignal) =>
  api.get<Page<Company>>('/v1/companies', { text, limit: 20 }, signal);

export const getCompany = (id: string, signal: AbortSignal) =>
  api.get<Company>(`/v1/companies/${encodeURIComponent(id)}`, {}, signal);

export const listServices = (signal: AbortSignal) =>
  api.get<Page<Service>>('/v1/services', { limit: 100 }, signal);
