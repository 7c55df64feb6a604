import { TextInput } from '@mantine/core';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

type Plain = { label?: ReactNode; placeholder?: string; description?: ReactNode };

/**
 * A field whose list of choices needs a large library: the page does not wait for it. Until it is there, a field of the
 * same looks holds its place.
 */
export function lazyField<Props extends Plain>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const Field = lazy(load);
  return function LazyField(props: Props) {
    const { label, placeholder, description } = props;
    return (
      <Suspense
        fallback={
          <div inert>
            <TextInput
              label={label}
              placeholder={placeholder}
              description={description}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              readOnly
            />
          </div>
        }
      >
        <Field {...props} />
      </Suspense>
    );
  };
}
