import type { PortalForm } from '../usePortalFields';

export type PartProps = {
  form: PortalForm;
  /** There is none yet: the address follows the name until somebody says otherwise. */
  isNew?: boolean;
};
