// Signing with a finger or mouse, copying a link, and the browser's own time zone. Without scripts names are typed.

const zone = document.querySelector('input[name=zone]')
if (zone instanceof HTMLInputElement) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''

/** A link is copied by its button; browsers without a clipboard keep it chosen. */
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!(button instanceof HTMLButtonElement)) continue
  const field = document.getElementById(button.dataset.copy ?? '')
  if (!(field instanceof HTMLInputElement)) continue
  button.hidden = false
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.className = 'copied'
  button.after(said)
  button.addEventListener('click', async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
      said.textContent = button.dataset.copied ?? ''
    } catch {
      field.focus()
    }
  })
}

/** What is sent: whole numbers in this field, whatever the size on the screen. */
const FIELD = { width: 3000, height: 1000 }

/** @param {HTMLFormElement} form */
function signing(form) {
  const pad = form.querySelector('.pad')
  const canvas = pad?.querySelector('canvas')
  const kept = form.querySelector('input[name=strokes]')
  const pen = canvas?.getContext('2d')
  if (!(pad instanceof HTMLElement) || !canvas || !pen || !(kept instanceof HTMLInputElement)) return
  for (const choice of form.querySelectorAll('[data-method]')) choice.removeAttribute('hidden')

  const show = () => {
    const method = form.querySelector('input[name=method]:checked')?.getAttribute('value') ?? 'typed'
    for (const part of form.querySelectorAll('[data-for]'))
      if (part instanceof HTMLElement) part.hidden = part.dataset.for !== method
    draw()
  }

  /** @type {[number, number][][]} */
  let strokes = []
  try {
    strokes = JSON.parse(kept.value || '[]')
  } catch {
    // What came back from the server was not ours to draw: begin anew.
  }
  const draw = () => {
    const width = canvas.clientWidth || 900
    canvas.width = width * devicePixelRatio
    canvas.height = (width / 3) * devicePixelRatio
    const scale = canvas.width / FIELD.width
    pen.lineWidth = 26 * scale
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = '#111'
    for (const stroke of strokes) {
      pen.beginPath()
      const [first] = stroke
      if (!first) continue
      pen.moveTo(first[0] * scale, first[1] * scale)
      // A dot is a line that ends where it begins.
      for (const [x, y] of stroke.length > 1 ? stroke.slice(1) : stroke) pen.lineTo(x * scale, y * scale)
      pen.stroke()
    }
  }
  /** @param {PointerEvent} event @returns {[number, number]} */
  const pointOf = (event) => {
    const box = canvas.getBoundingClientRect()
    const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.round(Math.min(1, Math.max(0, value)) * most)
    return [
      within((event.clientX - box.left) / box.width, FIELD.width),
      within((event.clientY - box.top) / box.height, FIELD.height),
    ]
  }
  const keep = () => {
    kept.value = strokes.length ? JSON.stringify(strokes) : ''
    draw()
  }
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    strokes.push([pointOf(event)])
    keep()
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return
    const stroke = strokes.at(-1)
    const [x, y] = pointOf(event)
    const [lastX, lastY] = stroke?.at(-1) ?? [-99, -99]
    if (Math.hypot(x - lastX, y - lastY) < 12) return
    stroke?.push([x, y])
    keep()
  })
  pad.querySelector('[data-clear]')?.addEventListener('click', () => {
    strokes = []
    keep()
  })
  form.addEventListener('change', show)
  addEventListener('resize', draw)
  show()
}

for (const form of document.querySelectorAll('.sign-form form')) if (form instanceof HTMLFormElement) signing(form)
