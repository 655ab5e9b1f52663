// Choosing a sentence shows what it rests on without loading the page anew. Without this file each sentence is a plain link.

const letter = document.querySelector('.letter')

/** Only the last choice counts, however slow an earlier answer comes. */
let asked = 0

/** @param {string} address */
const show = async (address) => {
  const mine = ++asked
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (mine !== asked) return
  const [pane, fresh] = [document.getElementById('source'), page.getElementById('source')]
  if (!pane || !fresh) throw new Error('no sources')
  pane.replaceWith(fresh)
}

letter?.addEventListener('click', async (event) => {
  const sentence = event.target instanceof Element ? event.target.closest('a.sentence') : null
  if (!(sentence instanceof HTMLAnchorElement) || !(event instanceof MouseEvent)) return
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const address = sentence.href
  for (const other of letter.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current')
  sentence.setAttribute('aria-current', 'true')
  try {
    await show(address)
    history.replaceState(null, '', address)
    document.getElementById('source')?.setAttribute('aria-live', 'polite')
  } catch {
    // The plain way still works.
    location.assign(address)
  }
})

/** Closing keeps the place where one was reading. */
document.addEventListener('click', async (event) => {
  const close = event.target instanceof Element ? event.target.closest('[data-close]') : null
  if (!(close instanceof HTMLAnchorElement)) return
  event.preventDefault()
  const chosen = letter?.querySelector('[aria-current]')
  chosen?.removeAttribute('aria-current')
  try {
    await show(close.href)
    history.replaceState(null, '', close.href)
    if (chosen instanceof HTMLElement) chosen.focus({ preventScroll: true })
  } catch {
    location.assign(close.href)
  }
})
