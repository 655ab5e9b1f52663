/**
 * Everything may be read. What repeats a page for one reader (coverage and state picked, the checklist, a
 * search) is left out, so that a visit is spent on pages. `publicUrl` empty: a site map's address cannot be said.
 */
export const robotsText = (publicUrl: string): string =>
  [
    'User-agent: *',
    ...['/search', '/es/search', '/*?coverage=', '/*?state=', '/*?print='].map((path) => `Disallow: ${path}`),
    'Allow: /',
    '',
    publicUrl ? `Sitemap: ${publicUrl}/sitemap.xml` : '# Set PUBLIC_URL to have the site map named here.',
    '',
  ].join('\n')
