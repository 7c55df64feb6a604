import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { teamChoices, teamsQuery } from './teams';

type Props = {
  label: string;
  description?: string;
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
};

/** Several teams; typing narrows the list. */
export function TeamsField({ value, error, ...props }: Props) {
  const { data = [] } = useQuery(teamsQuery);
  return (
    <MultiSelect
      {...props}
      searchable
      hidePickedOptions
      data={teamChoices(data)}
      value={value}
      error={error}
      aria-invalid={Boolean(error) || undefined}
    />
  );
}
