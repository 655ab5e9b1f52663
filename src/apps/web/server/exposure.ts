import { isLoopbackHost } from '../../wireAddresses.ts'

export interface Exposure {
  /** Interface that is listened on. */
  readonly host: string
  /** Scheme and host, or empty. */
  readonly publicUrl: string
  /** Proxies that are believed. */
  readonly proxies: number
}

/** What is likely wrong with how the service is reached, in words for whoever starts it. It runs all the same. */
export function exposureWarnings({ host, publicUrl, proxies }: Exposure): readonly string[] {
  const warnings: string[] = []
  const https = publicUrl.startsWith('https:')
  if (!isLoopbackHost(host) && publicUrl === '')
    warnings.push(
      'HOST lets other machines in, but PUBLIC_URL is not set: cookies and letters would cross the network in the clear, and links in mails lead to this machine. Put a proxy with TLS in front and set PUBLIC_URL to its https address.',
    )
  if (https && proxies === 0)
    warnings.push(
      'PUBLIC_URL is https, so something in front ends the TLS, but PROXIES is 0: everybody counts as one address and shares its limits. Set PROXIES to the number of proxies in front.',
    )
  if (https && !isLoopbackHost(host))
    warnings.push(
      'HOST lets other machines reach the service past its proxy, where X-Forwarded-For is whatever they say. Let only the proxy in, or use HOST=127.0.0.1.',
    )
  if (proxies > 0 && publicUrl === '')
    warnings.push(
      'PROXIES is set without PUBLIC_URL: forms sent through the proxy are refused. Set PUBLIC_URL to its https address.',
    )
  return warnings
}
