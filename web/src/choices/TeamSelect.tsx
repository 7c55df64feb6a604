import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { teamChoices, teamsQuery } from './teams';

type Props = Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> & {
  value: string | null | undefined;
  onChange: (id: string | null) => void;
  /** What no choice is called; without it there is always one. */
  none?: string;
};

/** One team or subteam: a native list, in which typing the first letters finds one. */
export function TeamSelect({ value, onChange, none, ...props }: Props) {
  const { data = [] } = useQuery(teamsQuery);
  const choices = teamChoices(data);
  return (
    <NativeSelect
      {...props}
      aria-invalid={Boolean(props.error) || undefined}
      data={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    />
  );
}
