import type {
  ApplyOrganisationData,
  OrganisationFile,
  OrganisationPlan,
  PlanOrganisationData,
  ShowOrganisationData,
} from './generated';
import { api } from './http';

/** A file, and whether what it does not name is deleted. */
export type Wanted = { file: OrganisationFile; prune: boolean };

export const getOrganisation = () =>
  api.get<ShowOrganisationData, OrganisationFile>({ url: '/v1/organisation' });

export const planOrganisation = (body: Wanted) =>
  api.post<PlanOrganisationData, OrganisationPlan>({ url: '/v1/organisation/plan', body });

export const applyOrganisation = (body: Wanted) =>
  api.post<ApplyOrganisationData, OrganisationPlan>({ url: '/v1/organisation/apply', body });
