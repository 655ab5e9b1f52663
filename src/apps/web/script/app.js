// What a page of the application does more where scripts are on. Without them everything still works.

/** A page on which work goes on looks again by itself, and stays where it was read. */
const main = document.querySelector('main[data-again]')
if (main instanceof HTMLElement) {
  const seconds = Number(main.dataset.again) || 2
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'follow' })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('main')
      if (!fresh?.hasAttribute('data-again') || answer.url !== location.href) {
        // The browser itself goes on to where it is sent: only it is told the place within that page.
        if (location.hash) location.reload()
        else location.replace(location.href)
        return
      }
      const [before, after] = [main.querySelector('[data-progress]'), fresh.querySelector('[data-progress]')]
      if (before && after && before.innerHTML !== after.innerHTML) before.innerHTML = after.innerHTML
    } catch {
      // The connection went away; the next look may find it again.
    }
    setTimeout(look, seconds * 1000)
  }
  setTimeout(look, seconds * 1000)
}

/** Files dropped anywhere on the box are as if chosen in it; what is chosen is named. */
for (const box of document.querySelectorAll('.drop')) {
  const input = box.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) continue
  const named = document.createElement('p')
  named.className = 'chosen'
  named.setAttribute('role', 'status')
  box.append(named)
  const name = () => {
    named.textContent = [...(input.files ?? [])].map((file) => file.name).join(', ')
  }
  input.addEventListener('change', name)
  box.addEventListener('dragover', (event) => {
    event.preventDefault()
    box.classList.add('over')
  })
  box.addEventListener('dragleave', () => box.classList.remove('over'))
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    box.classList.remove('over')
    if (event instanceof DragEvent && event.dataTransfer?.files.length) {
      input.files = event.dataTransfer.files
      name()
    }
  })
}

/** A form is sent once, however often its button is pressed. */
for (const form of document.querySelectorAll('form[method=post]'))
  form.addEventListener('submit', (event) => {
    if (form.hasAttribute('data-sent')) event.preventDefault()
    form.setAttribute('data-sent', '')
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
    // Back from the next page, the form works again.
    addEventListener('pageshow', () => form.removeAttribute('data-sent'), { once: true })
  })
