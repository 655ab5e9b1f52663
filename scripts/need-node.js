// Plain JavaScript that any Node runs: says what is needed before a newer syntax stops with a riddle.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Appealwright needs Node 24 or newer; this is Node ${process.versions.node}. On Linux x64 "npm ci" brings it along (leave optional packages on); elsewhere install it from nodejs.org, then run this again.`,
  )
  process.exit(2)
}
