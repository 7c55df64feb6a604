/** The API's shapes, written by hand until they are generated from the OpenAPI document. */

export type Role = 'company_manager' | 'team_manager' | 'representative' | 'api_manager';

export type User = {
  id: string;
  login: string;
  role: Role;
  first_name: string;
  last_name: string;
  email: string;
  locale: string;
  time_zone: string;
  account: { id: string; name: string };
};

export type SignIn = { access_token: string; expires_in: number; user: User };

export type Activation = {
  login: string;
  first_name: string;
  account_name: string;
  kind: 'user' | 'customer';
};

export type FieldError = { field: string; code: string; message: string };

export type ProblemDocument = {
  type: string;
  title: string;
  status?: number;
  detail?: string;
  errors?: FieldError[];
};

export type Page<T> = { items: T[]; next_cursor: string | null };

export type ImportState =
  | 'awaiting_upload'
  | 'reading'
  | 'ready'
  | 'writing'
  | 'done'
  | 'cancelled'
  | 'undone'
  | 'failed';

export type Verdict = 'create' | 'exists' | 'duplicate' | 'invalid' | 'denylisted';

export type ImportCounts = Record<Verdict, number> & { rows: number; written: number };

export type Import = {
  id: string;
  state: ImportState;
  file_name: string;
  size: number;
  created_at: string;
  format: { encoding: string; delimiter: string } | null;
  unknown_columns: string[];
  counts: ImportCounts;
  /** Bytes while reading, rows while writing. */
  progress: { done: number; total: number };
  problem: ProblemDocument | null;
  service_ids: string[];
  send_activation: boolean;
};

export type PresignedUpload = {
  method: string;
  url: string;
  headers: Record<string, string>;
  expires_at: string;
};

export type NewImport = { id: string; state: ImportState; upload: PresignedUpload };

export type ImportRow = {
  row: number;
  line: number;
  verdict: Verdict;
  errors: FieldError[];
  values: Partial<Record<'first_name' | 'last_name' | 'email' | 'company', string>>;
  same_as: number | null;
};

export type Confirmation = { service_ids: string[]; send_activation: boolean };

export type PortalAccess = 'none' | 'standard' | 'company' | 'company_admin';

export type Company = { id: string; name: string };

export type Customer = {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  company: Company | null;
  portal_access: PortalAccess;
  created_at: string;
};

export type CustomerFilter = {
  text?: string;
  company_id?: string;
  portal_access?: PortalAccess;
  sort?: 'name' | 'newest';
};

export type Service = { id: string; name: string; status: 'active' | 'retired' };
