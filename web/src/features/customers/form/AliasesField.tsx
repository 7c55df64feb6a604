import { TagsInput, type TagsInputProps } from '@mantine/core';

/** Any number of addresses; a comma, a blank or leaving the field ends one. */
export function AliasesField(props: TagsInputProps) {
  return (
    <TagsInput
      {...props}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
