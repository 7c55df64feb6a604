import { lazyRouteComponent } from '@tanstack/react-router';
import { needTexts } from '../languages';
import type { Feature } from '../texts';

/** A page that loads when somebody goes there, together with its texts. */
// biome-ignore lint/suspicious/noExplicitAny: as in the router's own type
export function page<Module extends Record<string, any>, Name extends keyof Module>(
  feature: Feature,
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), needTexts(feature)]);
    return module;
  }, name);
}
