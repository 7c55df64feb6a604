import { describe, expect, it } from 'vitest';
import { changedFields, EMPTY, rebase } from './values';

describe('two people who change the same customer', () => {
  const before = { ...EMPTY, first_name: 'Ada', job_title: 'Nurse', fax: '1' };

  it('keeps both changes where they differ, and tells where they meet', () => {
    const mine = { ...before, first_name: 'Adele', job_title: 'Doctor', email_aliases: ['a@example.org'] };
    const theirs = { ...before, job_title: 'Surgeon', fax: '2' };
    const { values, conflicts } = rebase(before, mine, theirs);
    expect(values).toEqual({ ...mine, fax: '2' });
    expect(conflicts).toEqual(['job_title']);
    expect(changedFields(theirs, values)).toEqual(['first_name', 'email_aliases', 'job_title']);
  });

  it('has no conflict where both say the same', () => {
    const same = { ...before, job_title: 'Doctor' };
    expect(rebase(before, same, { ...same })).toEqual({ values: same, conflicts: [] });
  });
});
