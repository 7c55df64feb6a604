const MOST = 40;

/** A name as it can stand in an address: small letters, digits, single hyphens inside. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MOST)
    .replace(/-$/, '');
}

/** Where the page of a portal is. */
export const addressOf = (slug: string, origin = window.location.origin) => `${origin}/p/${slug}`;

/** The one tag that shows a portal in another site (POR-6); the button has the portal's colour. */
export function embedCode(slug: string, colour: string | null | undefined, origin = window.location.origin) {
  const looks = colour ? ` data-colour="${colour}"` : '';
  return `<script src="${addressOf(slug, origin)}/embed.js"${looks} async></script>`;
}
