import { useTranslation } from 'react-i18next';
import { getOrganisation } from '@/api/organisation';
import { useMay } from '@/api/permissions';
import { saveBlob } from '@/api/transfer';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { SaveButton } from '@/ui/SaveButton';
import classes from './Organisation.module.css';
import { ReformForm } from './ReformForm';

const FILE = 'organisation.json';

async function save() {
  const text = `${JSON.stringify(await getOrganisation(), null, 2)}\n`;
  saveBlob(new Blob([text], { type: 'application/json' }), FILE);
}

/** The organisation written out, and made what a file says. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const mayChange = useMay('manage_organisation');
  return (
    <>
      <PageHeader title={t('organisation.title')} subtitle={t('organisation.intro')} />
      <Panel title={t('organisation.save_title')}>
        <div className={classes.save}>
          <p className={classes.note}>{t('organisation.save_detail')}</p>
          <SaveButton label={t('organisation.save')} save={save} />
        </div>
      </Panel>
      {mayChange && <ReformForm />}
    </>
  );
}
