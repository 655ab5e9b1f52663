import { BlockList, isIP } from 'node:net'

/**
 * Networks that no provider of ours can live in: this machine, its neighbours, metadata services, documentation,
 * multicast (IANA special-purpose registries, RFC 6890 and its successors).
 */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Within the one block of IPv6 that is global (2000::/3): Teredo and its kin, documentation, 6to4. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [net, bits] of CLOSED_V4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of CLOSED_V6) closed.addSubnet(net, bits, 'ipv6')

const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')

/** Networks that an organisation numbers itself (RFC 1918, 6598, 4193). Link-local addresses are not among them. */
const own = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  own.addSubnet(net, bits, 'ipv4')
own.addSubnet('fc00::', 7, 'ipv6')

/** Metadata services of clouds that hide among such addresses. */
const METADATA = new Set(['fd00:ec2::254', '100.100.100.200'])

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** True for an address of the open internet. IPv4 written as IPv6 is not one: no resolver hands that out in good faith. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  if (family === 6) return globalV6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return false
}

/** IPv4 written as IPv6 is not one either. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (METADATA.has(address.toLowerCase()) || address.toLowerCase().startsWith('::ffff:')) return false
  return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** "127.0.0.1", "[::1]" or "localhost": names that mean this machine before anything is resolved. */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''))
