import { Container } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from '@/ui/ErrorNotice';

export function RouteError({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <Container size="xs" py={80} component="main">
      <ErrorNotice error={error} onRetry={() => void router.invalidate()} />
    </Container>
  );
}
