import { NativeSelect, type NativeSelectProps } from '@mantine/core';

type Props = Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> & {
  value: string | null;
  onChange: (zone: string) => void;
  /** What no choice means; without it there is always one. */
  none?: string;
};

/** A native list: typing its first letters finds one of four hundred, on a phone as well. */
export function TimeZoneSelect({ value, onChange, none, ...props }: Props) {
  // Browsers leave out names such as "UTC", which may be theirs all the same.
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(value ? [value] : [])]);
  return (
    <NativeSelect
      {...props}
      data={[...(none === undefined ? [] : [{ value: '', label: none }]), ...[...zones].sort()]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
