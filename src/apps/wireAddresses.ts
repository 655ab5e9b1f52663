/** What kind of network address something is, for those who judge where a request comes from. */
export { isLoopbackAddress, isLoopbackHost } from '../infra/http/addresses.ts'
