import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { portalChoices, portalsQuery } from './portals';

type Props = Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> & {
  value: string | null | undefined;
  onChange: (id: string | null) => void;
  /** What no choice is called. */
  none: string;
};

/** One portal, or none. */
export function PortalSelect({ value, onChange, none, ...props }: Props) {
  const { data = [] } = useQuery(portalsQuery);
  return (
    <NativeSelect
      {...props}
      aria-invalid={Boolean(props.error) || undefined}
      data={[{ value: '', label: none }, ...portalChoices(data)]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    />
  );
}
