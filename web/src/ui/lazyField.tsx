import { TextInput } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { lazyPart } from './lazyPart';

type Plain = { label?: ReactNode; placeholder?: string; description?: ReactNode };

/**
 * A field whose list of choices needs a large library: the page does not wait for it. Until it is there, a field of the
 * same looks holds its place.
 */
export const lazyField = <Props extends Plain>(load: () => Promise<ComponentType<Props>>) =>
  lazyPart(load, ({ label, placeholder, description }) => (
    <div inert>
      <TextInput
        label={label}
        placeholder={placeholder}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        readOnly
      />
    </div>
  ));
